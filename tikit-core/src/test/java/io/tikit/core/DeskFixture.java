package io.tikit.core;

import io.tikit.api.Actor;
import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An engine with one desk and some people, for scenarios. */
final class DeskFixture implements AutoCloseable {
    /** Where engines of this thread keep their rows: in memory, unless a class of tests says otherwise. */
    static final ThreadLocal<Consumer<TikitEngine.Builder>> STORAGE =
            ThreadLocal.withInitial(() -> EmptyDatabase::below);

    /** How many there are now. */
    static final AtomicInteger OPEN = new AtomicInteger();

    final Tikit tikit;
    final TenantId tenant;
    final Desk admin;
    final User agent;
    final User manager;
    final User emily;
    final User oscar;
    final Team hardware;

    DeskFixture() {
        this(builder -> {});
    }

    DeskFixture(Consumer<TikitEngine.Builder> options) {
        TikitEngine.Builder builder = TikitEngine.builder();
        STORAGE.get().accept(builder);
        options.accept(builder);
        tikit = builder.build();
        OPEN.incrementAndGet();
        Person ada = Person.of("Ada", "ada@acme.example");
        tenant = tikit.tenants().createIfAbsent("acme", ada);
        admin = tikit.as(Caller.of(tenant, ada));
        agent = user("Sarah", Role.AGENT);
        manager = user("Mark", Role.MANAGER);
        emily = user("Emily", Role.CUSTOMER);
        oscar = user("Oscar", Role.CUSTOMER);
        hardware = admin.people()
                .teamByName("Hardware")
                .orElseGet(() -> admin.people().createTeam(CreateTeam.of("Hardware", agent.id())));
    }

    private User user(String name, Role role) {
        Person person = Person.of(name, name + "@acme.example");
        return admin.people()
                .userBySubject(person.subject())
                .orElseGet(() -> admin.people().createUser(new CreateUser(person, role)));
    }

    Desk as(User user) {
        return tikit.as(Caller.of(tenant, user.id()));
    }

    Desk service(Role role) {
        return tikit.as(Caller.of(tenant, new Actor.Service("nightly", role)));
    }

    /** A ticket of Emily's. */
    Ticket ticket(String subject) {
        return as(emily).tickets().create(CreateTicket.of(subject, emily.id()).withDescription("It began on Monday."));
    }

    void settle() {
        if (!tikit.operations().awaitDelivery(Duration.ofSeconds(30))) {
            throw new AssertionError("delivery did not end: " + tikit.health());
        }
    }

    @Override
    public void close() {
        OPEN.decrementAndGet();
        tikit.close();
    }
}
