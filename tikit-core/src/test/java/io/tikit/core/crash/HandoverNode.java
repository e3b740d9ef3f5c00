package io.tikit.core.crash;

import io.tikit.api.Caller;
import io.tikit.api.Command;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.Tikit;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.DeactivateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.core.TikitEngine;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.interceptor.Answer;
import io.tikit.spi.interceptor.Interceptor;
import io.tikit.spi.interceptor.PendingCommand;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A node whose process ends at once, without closing anything, in the midst of handing over what somebody had open. */
public final class HandoverNode {
    static final Person ADA = Person.of("Ada", "ada@acme.example");
    static final Person LEAVING = Person.of("Rebecca", "rebecca@acme.example");
    static final Person HEIR = Person.of("Billy", "billy@acme.example");
    static final int TICKETS = 120;

    /** Fifty go together, so the first lot has been committed and the second is on its way. */
    static final int LAST = 60;

    static final int STATUS = 87;

    private HandoverNode() {}

    private record Deadly(AtomicInteger changes) implements TikitPlugin, Interceptor {
        @Override
        public PluginDescriptor descriptor() {
            return PluginDescriptor.of("deadly", "1");
        }

        @Override
        public void contribute(Contributions to, PluginContext context) {
            to.add(ExtensionPoint.INTERCEPTOR, name(), this);
        }

        @Override
        public String name() {
            return "deadly";
        }

        @Override
        public Set<Class<? extends Command<?>>> commands() {
            return Set.of(UpdateTicket.class);
        }

        @Override
        public Answer intercept(PendingCommand command) {
            if (changes.incrementAndGet() == LAST) {
                Runtime.getRuntime().halt(STATUS);
            }
            return Answer.NOTHING;
        }
    }

    /** Takes the home folder. */
    public static void main(String[] args) throws InterruptedException {
        Tikit tikit = TikitEngine.builder()
                .home(Path.of(args[0]))
                .plugin(new Deadly(new AtomicInteger()))
                .build();
        Desk desk = tikit.as(Caller.of(tikit.tenants().createIfAbsent("acme", ADA), ADA));
        User leaving = desk.people().createUser(new CreateUser(LEAVING, Role.AGENT));
        User heir = desk.people().createUser(new CreateUser(HEIR, Role.AGENT));
        for (int i = 0; i < TICKETS; i++) {
            desk.tickets()
                    .create(CreateTicket.of("Item " + i, heir.id()).with(new TicketChange.SetAssignee(leaving.id())));
        }
        desk.people().deactivate(DeactivateUser.handingTo(leaving.id(), heir.id()));
        Thread.currentThread().join();
    }
}
