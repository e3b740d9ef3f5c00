package com.example.slips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.conversation.Reply;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.TikitEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {
    private static final Person ADA = Person.of("Ada", "ada@acme.example");
    private static final Person EMILY = Person.of("Emily", "emily@acme.example");

    @Test
    void emilyIsToldOfAReply(@TempDir Path home) throws Exception {
        Path slips = home.resolve("slips");
        try (Tikit tikit = TikitEngine.builder()
                .setting("slips.folder", slips.toString())
                .require("slips")
                .build()) {
            TenantId acme = tikit.tenants().create("acme", ADA);
            Desk emily = tikit.as(Caller.of(acme, EMILY));
            User me = emily.people().me().orElseThrow();
            Ticket ticket = emily.tickets().create(CreateTicket.of("VPN drops every hour", me.id()));

            tikit.as(Caller.of(acme, ADA)).conversations().reply(Reply.to(ticket.id(), "Which client is it?"));

            assertTrue(tikit.operations().awaitDelivery(Duration.ofSeconds(20)));
        }
        try (Stream<Path> files = Files.list(slips)) {
            String slip = Files.readString(files.findFirst().orElseThrow());
            assertEquals("emily@acme.example\nNew reply on TIK-1\nVPN drops every hour", slip);
        }
    }
}
