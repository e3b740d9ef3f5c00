package io.tikit.samples.classpath;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.conversation.Reply;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.User;
import io.tikit.api.search.SearchQuery;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.TikitEngine;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Opens a desk, a ticket and a conversation, searches, and says in one line what became of it. Started with
 * {@code java -cp ...} and no other option.
 */
public final class PlainHost {
    private PlainHost() {}

    /**
     * Runs the program.
     *
     * @param args the home folder of the engine
     */
    public static void main(String[] args) {
        try (Tikit tikit = TikitEngine.builder().home(Path.of(args[0])).build()) {
            Person ada = Person.of("Ada", "ada@acme.example");
            TenantId acme = tikit.tenants().createIfAbsent("acme", ada);
            Desk desk = tikit.as(Caller.of(acme, ada));
            User emily = desk.people().createUser(CreateUser.of("Emily", "emily@acme.example"));
            Ticket ticket = desk.tickets()
                    .create(CreateTicket.of("VPN drops every hour", emily.id()).withDescription("Since Monday ..."));
            desk.conversations().reply(Reply.to(ticket.id(), "Could you send the client log?"));
            tikit.operations().awaitDelivery(Duration.ofSeconds(30));
            int found =
                    desk.search().tickets(SearchQuery.of("client log")).items().size();
            String path = PlainHost.class.getModule().isNamed() ? "module path" : "class path";
            System.out.println(ticket.number() + " found " + found + ", health "
                    + tikit.health().status() + ", on the " + path);
        }
    }
}
