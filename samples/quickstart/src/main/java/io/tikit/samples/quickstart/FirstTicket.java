package io.tikit.samples.quickstart;

import io.tikit.api.*;
import io.tikit.api.people.*;
import io.tikit.api.ticket.*;
import io.tikit.core.TikitEngine;
import java.nio.file.*;

public class FirstTicket {
    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("desk");
        try (Tikit tikit = TikitEngine.builder().home(home).build()) {
            Person ada = Person.of("Ada", "ada@acme.example");
            TenantId acme = tikit.tenants().createIfAbsent("acme", ada);
            Desk desk = tikit.as(Caller.of(acme, ada));
            User emily = desk.people().createUser(CreateUser.of("Emily", "emily@acme.example"));
            Ticket ticket = desk.tickets()
                    .create(CreateTicket.of("VPN drops every hour", emily.id())
                            .withDescription("Since Monday ...")
                            .withPriority(Priority.HIGH));
            System.out.println(ticket.number() + " " + ticket.subject() + ": " + ticket.status());
        }
    }
}
