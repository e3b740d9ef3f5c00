package io.tikit.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Tikit;
import io.tikit.api.event.Event;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.User;
import io.tikit.api.people.UserState;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.core.TikitEngine;
import io.tikit.tck.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose process ends while open work is handed over hands over the rest when it is there again. */
class HandoverCrashTest {
    @Test
    @Requirement({"REQ-UM-004", "REQ-NF-014"})
    void everyOpenTicketIsHandedOverOnceThoughTheNodeDiesMidway(@TempDir Path home) throws Exception {
        Path errors = home.resolve("errors.txt");
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        ChildNode.classPath(),
                        "-Dderby.stream.error.file=" + home.resolve("derby.log"),
                        HandoverNode.class.getName(),
                        home.resolve("desk").toString())
                .redirectErrorStream(true)
                .redirectOutput(errors.toFile())
                .start();
        try {
            assertThat(node.waitFor(90, TimeUnit.SECONDS)).as("the node dies").isTrue();
        } finally {
            node.destroyForcibly().waitFor();
        }
        assertThat(node.exitValue()).as(Files.readString(errors)).isEqualTo(HandoverNode.STATUS);
        Instant back = Clock.systemUTC().instant();
        try (Tikit tikit = TikitEngine.builder().home(home.resolve("desk")).build()) {
            Desk desk = tikit.as(Caller.of(tikit.tenants().find("acme").orElseThrow(), HandoverNode.ADA));
            assertThat(tikit.operations().awaitDelivery(Duration.ofSeconds(60))).isTrue();
            User left = user(desk, HandoverNode.LEAVING.subject());
            User heir = user(desk, HandoverNode.HEIR.subject());
            assertThat(left.state()).isEqualTo(UserState.DEACTIVATED);
            assertThat(all(desk, left)).isEmpty();
            List<TicketSummary> tickets = all(desk, heir);
            assertThat(tickets).hasSize(HandoverNode.TICKETS);
            List<Event> given = new ArrayList<>();
            for (TicketSummary ticket : tickets) {
                List<Event> events = desk.tickets()
                        .history(ticket.id(), PageRequest.first(10))
                        .items();
                assertThat(events).as("made, and given once").hasSize(2);
                given.add(events.get(1));
            }
            assertThat(given).anyMatch(event -> event.at().isBefore(back));
            assertThat(given).anyMatch(event -> !event.at().isBefore(back));
            assertThat(given)
                    .allSatisfy(event ->
                            assertThat(event.causeSubject()).contains(left.id().value()));
        }
    }

    private static User user(Desk desk, String subject) {
        return desk.people().userBySubject(subject).orElseThrow();
    }

    private static List<TicketSummary> all(Desk desk, User assignee) {
        return desk.tickets()
                .list(TicketQuery.where(TicketFields.ASSIGNEE.is(assignee.id())).size(500))
                .items();
    }
}
