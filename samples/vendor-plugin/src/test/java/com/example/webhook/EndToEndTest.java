package com.example.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.User;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.core.TikitEngine;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in an engine that found it by itself. */
class EndToEndTest {
    private static final Person ADA = Person.of("Ada", "ada@acme.example");
    private final FakeService service = new FakeService();

    @AfterEach
    void close() {
        service.close();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aMessageBecomesATicketAndTheReplyGoesBack(@TempDir Path home) throws Exception {
        int port = freePort();
        try (Tikit tikit = TikitEngine.builder()
                .home(home)
                .setting("webhook.url", service.url().toString())
                .setting("webhook.secret", FakeService.SECRET)
                .setting("webhook.tenant", "acme")
                .setting("webhook.port", String.valueOf(port))
                .require("webhook")
                .build()) {
            TenantId acme = tikit.tenants().create("acme", ADA);
            Desk desk = tikit.as(Caller.of(acme, ADA));
            URI channel = URI.create("http://127.0.0.1:" + port + "/messages");
            Form message = new Form()
                    .with("id", "m-1")
                    .with("from", "tea@outside.example")
                    .with("name", "Tea")
                    .with("subject", "Printer")
                    .with("text", "It is on fire.");
            String signed = new Signature(FakeService.SECRET).of(message.bytes());
            assertThat(service.status(channel, message.bytes(), "forged")).isEqualTo(401);
            assertThat(service.status(channel, message.bytes(), signed)).isEqualTo(200);
            assertThat(service.status(channel, message.bytes(), signed)).as("again").isEqualTo(200);
            User tea = desk.people().users(PageRequest.first(10)).items().stream()
                    .filter(user -> user.name().equals("Tea"))
                    .findFirst()
                    .orElseThrow();
            List<TicketSummary> tickets = desk.tickets()
                    .list(TicketQuery.where(TicketFields.REQUESTER.is(tea.id())))
                    .items();
            assertThat(tickets).extracting(TicketSummary::subject).containsExactly("Printer");

            desk.conversations().reply(Reply.to(tickets.get(0).id(), "Pour water on it."));
            assertThat(tikit.operations().awaitDelivery(Duration.ofSeconds(20))).isTrue();
            Form reply = service.arrived().stream()
                    .filter(form -> form.get("text").equals("Pour water on it."))
                    .findFirst()
                    .orElseThrow();
            assertThat(reply.get("to")).isEqualTo("tea@outside.example");
            assertThat(reply.all("answers")).containsExactly("m-1");

            Form answer = new Form()
                    .with("id", "m-2")
                    .with("from", "tea@outside.example")
                    .with("text", "Thank you.")
                    .with("answers", reply.get("id"));
            assertThat(service.status(
                            channel, answer.bytes(), new Signature(FakeService.SECRET).of(answer.bytes())))
                    .isEqualTo(200);
            assertThat(desk.conversations()
                            .entries(tickets.get(0).id(), PageRequest.first(10))
                            .items())
                    .extracting(Entry::body)
                    .containsExactly("It is on fire.", "Pour water on it.", "Thank you.");
        }
    }

    @Test
    void settingsThatAreWrongAreToldAtOnce() {
        assertThatThrownBy(() -> TikitEngine.builder()
                        .setting("webhook.url", "gopher://outside.example")
                        .setting("webhook.port", "many")
                        .build())
                .isInstanceOfSatisfying(InvalidException.class, e -> assertThat(e.violations())
                        .extracting(Violation::path)
                        .containsExactlyInAnyOrder(
                                "webhook.url", "webhook.port", "webhook.secret", "webhook.tenant"));
    }
}
