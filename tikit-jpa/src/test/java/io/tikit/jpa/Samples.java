package io.tikit.jpa;

import io.tikit.api.Actor;
import io.tikit.api.Channel;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.category.Category;
import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Interval;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.storage.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Values for tests, and the writing of a whole ticket as the engine does it. */
final class Samples {
    static final Instant NOW = TestContext.NOW;

    private static final AtomicLong COUNT = new AtomicLong();
    private static final long RUN = System.nanoTime();

    private Samples() {}

    static UUID id() {
        long count = COUNT.incrementAndGet();
        long high = (NOW.toEpochMilli() + count / 100) << 16 | 0x7000 | count % 100;
        return new UUID(high, 0x8000_0000_0000_0000L | (RUN * 31 + count) & 0x3FFF_FFFF_FFFF_FFFFL);
    }

    static User user(String subject, Role role) {
        return new User(
                new UserId(id()),
                new Person("Name of " + subject, subject + "@acme.example", subject),
                role,
                true,
                NOW);
    }

    static Team team(String name, UserId... members) {
        return new Team(new TeamId(id()), name, Set.of(members), false, NOW);
    }

    static TicketSummary.Builder summary(long number, UserId requester) {
        return TicketSummary.builder()
                .identity(new TicketId(id()), number)
                .subject("VPN drops every hour")
                .people(requester, null)
                .priority(Priority.HIGH)
                .times(NOW, NOW);
    }

    static Ticket ticket(long number, UserId requester, TeamId team) {
        return new Ticket(summary(number, requester).team(team).build(), Map.of("site", new FieldValue.Text("Berlin")));
    }

    private static Ticket ticket(long number, Desk desk) {
        Ticket plain = ticket(number, desk.requester().id(), desk.team().id());
        return new Ticket(
                plain.summary().toBuilder()
                        .category(desk.category().id())
                        .organisation(desk.organisation().id())
                        .build(),
                plain.fields());
    }

    static Entry entry(TicketId ticket, EntryKind kind, UserId author, String body) {
        return new Entry(new EntryId(id()), ticket, kind, new Actor.User(author), Channel.WEB, NOW, body);
    }

    static Event.Builder event(TenantId tenant, TicketId ticket, long revision, UserId actor) {
        return Event.builder()
                .identity(tenant, new EventId(id()))
                .happened(EventTypes.TICKET_CREATED, ticket.value(), revision)
                .by(NOW.plusMillis(revision), new Actor.User(actor), null)
                .via(Channel.WEB, "request-1")
                .changes(List.of(
                        new FieldChange("subject", Optional.empty(), Optional.of(new FieldValue.Text("VPN drops"))),
                        new FieldChange(
                                "priority", Optional.empty(), Optional.of(FieldValue.Choice.of(Priority.HIGH)))));
    }

    static WorkItem work(Event event, String consumer) {
        return new WorkItem(id(), event.tenant(), consumer, EventRef.of(event), event.revision(), event.at(), 0);
    }

    /** A desk with a requester, an agent and a team. */
    record Desk(TenantId tenant, User requester, User agent, Team team, Category category, Organisation organisation) {}

    static Desk desk(Storage storage, String name) {
        Organisation acme =
                new Organisation(new OrganisationId(id()), "Acme", true, Set.of("acme.example"), false, NOW);
        Desk desk = new Desk(
                TenantId.of(name),
                user("emily", Role.CUSTOMER).withOrganisation(Optional.of(acme.id())),
                user("ada", Role.AGENT),
                team("Network"),
                new Category(new CategoryId(id()), Optional.empty(), "Network", false, Optional.empty(), NOW),
                acme);
        try (UnitOfWork unit = storage.createTenant(desk.tenant(), NOW)) {
            unit.organisations().insert(acme);
            unit.categories().insert(desk.category());
            unit.users().insert(desk.requester());
            unit.organisations().join(acme.id(), desk.requester().id());
            unit.users().insert(desk.agent());
            unit.teams().insert(desk.team());
            unit.commit();
        }
        return desk;
    }

    /** Creates a ticket with all the rows that the engine writes. */
    static Ticket create(Storage storage, Desk desk, long number, UnitMode mode) {
        try (UnitOfWork unit = storage.begin(desk.tenant(), mode)) {
            unit.users().findAll(List.of(desk.requester().id()));
            Ticket ticket = ticket(number, desk);
            write(unit, desk, ticket);
            unit.commit();
            return ticket;
        }
    }

    static Event write(UnitOfWork unit, Desk desk, Ticket ticket) {
        Entry entry =
                entry(ticket.id(), EntryKind.DESCRIPTION, desk.requester().id(), "It drops every hour. ".repeat(17));
        Event event = event(desk.tenant(), ticket.id(), 1, desk.requester().id())
                .entry(entry.id())
                .build();
        unit.tickets().insert(ticket);
        unit.entries().insert(entry);
        unit.events().insert(event);
        unit.intervals()
                .begin(ticket.id(), new Interval(Interval.Kind.STATUS, "new", NOW, Optional.empty(), event.id()));
        unit.intervals()
                .begin(
                        ticket.id(),
                        new Interval(
                                Interval.Kind.TEAM, desk.team().id().toString(), NOW, Optional.empty(), event.id()));
        unit.outbox().work(work(event, "index"));
        unit.outbox().change(List.of(EventRef.of(event)));
        return event;
    }

    static Ticket resolved(Ticket before, Instant at) {
        return new Ticket(
                before.summary().toBuilder()
                        .status(Status.RESOLVED, State.RESOLVED)
                        .times(before.summary().createdAt(), at)
                        .resolvedAt(at)
                        .revision(before.revision().next())
                        .build(),
                before.fields());
    }
}
