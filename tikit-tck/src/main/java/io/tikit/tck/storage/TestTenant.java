package io.tikit.tck.storage;

import io.tikit.api.Channel;
import io.tikit.api.TenantId;
import io.tikit.api.category.Category;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Revision;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.storage.WorkItem;
import io.tikit.tck.SampleData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A new tenant of a storage under test, with a few users and teams that tickets may refer to. */
final class TestTenant {
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final long SEED = 20_260_301L;

    private final Storage storage;
    private final TenantId id;
    private final SampleData data;
    private final List<User> users = new ArrayList<>();
    private final List<Team> teams = new ArrayList<>();
    private final List<Category> categories = new ArrayList<>();
    private final List<Organisation> organisations = new ArrayList<>();
    private long lastNumber;

    private TestTenant(Storage storage, TenantId id) {
        this.storage = storage;
        this.id = id;
        data = SampleData.of(SEED ^ id.value().hashCode());
    }

    /** Creates a tenant whose name begins with the label. */
    static TestTenant in(Storage storage, String label) {
        int count = 1;
        TenantId free = TenantId.of(label + "-1");
        while (storage.tenantExists(free)) {
            count++;
            free = TenantId.of(label + "-" + count);
        }
        TestTenant tenant = new TestTenant(storage, free);
        try (UnitOfWork unit = storage.createTenant(free, START)) {
            tenant.fill(unit);
            unit.commit();
        }
        return tenant;
    }

    private void fill(UnitOfWork unit) {
        for (int i = 0; i < 3; i++) {
            User user = data.user();
            users.add(user);
            unit.users().insert(user);
        }
        for (int i = 0; i < 2; i++) {
            Team team = data.team(people());
            teams.add(team);
            unit.teams().insert(team);
        }
        for (int i = 0; i < 3; i++) {
            Category category = data.category(
                    i == 0
                            ? Optional.empty()
                            : Optional.of(categories.get(i - 1).id()));
            categories.add(category);
            unit.categories().insert(category);
        }
        for (int i = 0; i < 2; i++) {
            Organisation organisation = data.organisation();
            organisations.add(organisation);
            unit.organisations().insert(organisation);
        }
    }

    TenantId id() {
        return id;
    }

    Storage storage() {
        return storage;
    }

    SampleData data() {
        return data;
    }

    List<User> users() {
        return users;
    }

    List<Team> teams() {
        return teams;
    }

    List<UserId> people() {
        return users.stream().map(User::id).toList();
    }

    /** A category at the top, one below it, and one below that. */
    List<Category> tree() {
        return categories;
    }

    List<OrganisationId> organisations() {
        return organisations.stream().map(Organisation::id).toList();
    }

    List<Organisation> companies() {
        return organisations;
    }

    List<TeamId> queues() {
        return teams.stream().map(Team::id).toList();
    }

    /** A ticket that is not stored. */
    Ticket newTicket() {
        lastNumber++;
        return data.ticket(
                lastNumber,
                people(),
                queues(),
                categories.stream().map(Category::id).toList(),
                organisations());
    }

    Ticket storedTicket() {
        Ticket ticket = newTicket();
        write(unit -> unit.tickets().insert(ticket));
        return ticket;
    }

    /** The ticket after one more commit, with another subject. */
    static Ticket next(Ticket ticket, String subject) {
        Revision revision = ticket.revision().next();
        return new Ticket(
                ticket.summary().toBuilder().subject(subject).revision(revision).build(), ticket.fields());
    }

    /** An event on a ticket that is not stored. */
    Event newEvent(Ticket ticket, long revision) {
        return newEvent(EventTypes.TICKET_UPDATED, ticket, revision);
    }

    Event newEvent(String type, Ticket ticket, long revision) {
        return Event.builder()
                .identity(id, new EventId(data.id()))
                .happened(type, ticket.id().value(), revision)
                .by(START.plusSeconds(revision), data.actor(people()), null)
                .via(Channel.API, "")
                .changes(List.of(new FieldChange("priority", Optional.of(data.fieldValue()), Optional.empty())))
                .build();
    }

    /** Work for an event that is not stored. */
    WorkItem newWork(String consumer, Event event) {
        return new WorkItem(data.id(), id, consumer, EventRef.of(event), event.revision(), event.at(), 0);
    }

    /** Stores events of a ticket with the revisions, and work for each of them. */
    List<WorkItem> storedWork(String consumer, Ticket ticket, long... revisions) {
        List<WorkItem> items = new ArrayList<>();
        write(unit -> {
            for (long revision : revisions) {
                Event event = newEvent(ticket, revision);
                WorkItem item = newWork(consumer, event);
                unit.events().insert(event);
                unit.outbox().work(item);
                items.add(item);
            }
        });
        return items;
    }

    /** Does something in a unit and commits it. */
    void write(Consumer<UnitOfWork> action) {
        write(storage, action);
    }

    /** Does something in a unit of another node and commits it. */
    void write(Storage node, Consumer<UnitOfWork> action) {
        try (UnitOfWork unit = node.begin(id, UnitMode.OWN)) {
            action.accept(unit);
            unit.commit();
        }
    }

    /** Does something in a unit and commits it; again when it met another writer. */
    void persist(Consumer<UnitOfWork> action) {
        for (int i = 0; ; i++) {
            try {
                write(action);
                return;
            } catch (ConflictException e) {
                if (e.code() != ErrorCode.STORAGE_CONFLICT || i == 50) {
                    throw e;
                }
            }
        }
    }

    /** What a reading unit gives. */
    <T> T read(Function<UnitOfWork, T> action) {
        return read(storage, action);
    }

    <T> T read(Storage node, Function<UnitOfWork, T> action) {
        try (UnitOfWork unit = node.begin(id, UnitMode.READ)) {
            return action.apply(unit);
        }
    }

    /** What a reading unit finds or not. */
    <T> Optional<T> find(Function<UnitOfWork, Optional<T>> action) {
        return read(action);
    }

    <T> Optional<T> find(Storage node, Function<UnitOfWork, Optional<T>> action) {
        return read(node, action);
    }

    /** What a reading unit lists. */
    <T> List<T> list(Function<UnitOfWork, List<T>> action) {
        return read(action);
    }

    <T> List<T> list(Storage node, Function<UnitOfWork, List<T>> action) {
        return read(node, action);
    }
}
