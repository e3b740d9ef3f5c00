package io.tikit.core.crash;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.conversation.Reply;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The child process: several threads open, change and answer tickets until the process is killed, and say on standard
 * output what was acknowledged, after it was.
 */
public final class Workload {
    static final Person ADA = Person.of("Ada", "ada@acme.example");
    private static final int THREADS = 4;

    private Workload() {}

    static Person customer(String round) {
        return Person.of("Customer " + round, "c" + round + "@acme.example");
    }

    /** Takes home folder, database URL or a hyphen, name of the round, file for the subscriber. */
    public static void main(String[] args) throws InterruptedException {
        Store store = new Store(Path.of(args[0]), args[1].equals("-") ? "" : args[1]);
        Tikit tikit = store.open(new Greeter());
        TenantId tenant = tikit.tenants().createIfAbsent("acme", ADA);
        Desk admin = tikit.as(Caller.of(tenant, ADA));
        Hearing.start(admin, Path.of(args[3]));
        Desk customer = tikit.as(Caller.of(tenant, customer(args[2])));
        UserId id = customer.people().me().orElseThrow().id();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        for (int t = 0; t < THREADS; t++) {
            new Thread(() -> work(customer, admin, id, out), "workload-" + t).start();
        }
        Thread.currentThread().join();
    }

    private static void work(Desk customer, Desk admin, UserId id, PrintStream out) {
        for (int n = 0; ; n++) {
            Ticket ticket =
                    customer.tickets().create(CreateTicket.of("value-0", id).withDescription("description of " + n));
            out.println("C " + ticket.id());
            for (int value = 1; value <= 2; value++) {
                admin.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetSubject("value-" + value)));
                out.println("U " + ticket.id() + " " + value);
            }
            customer.conversations()
                    .reply(Reply.to(ticket.id(), "word" + ticket.id().value().getLeastSignificantBits()));
            out.println("R " + ticket.id());
        }
    }
}
