package io.tikit.samples.modulepath;

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
import java.util.List;
import java.util.stream.Collectors;

/**
 * Opens a desk, a ticket and a conversation, searches, and says in one line what became of it and which libraries ran as
 * modules. Started with {@code java -p ... -m ...} and no other option; from Java 24 on,
 * {@code --enable-native-access=org.apache.lucene.core} spares a warning.
 */
public final class ModularHost {
    private ModularHost() {}

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
            System.out.println(ticket.number() + " found " + found + ", health "
                    + tikit.health().status() + ", in " + ModularHost.class.getModule() + " with " + libraries());
        }
    }

    private static String libraries() {
        List<String> libraries = List.of(
                "com.google.guice",
                "com.yubico.webauthn",
                "org.apache.lucene.core",
                "org.eclipse.persistence.jpa",
                "org.quartz");
        ModuleLayer layer = ModularHost.class.getModule().getLayer();
        return layer == null
                ? "no modules"
                : libraries.stream()
                        .flatMap(name -> layer.findModule(name).stream())
                        .map(Module::getName)
                        .collect(Collectors.joining(" "));
    }
}
