package io.tikit.jpa;

import io.tikit.api.Actor;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.Order;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.conversation.RichText;
import io.tikit.api.conversation.Text;
import io.tikit.api.event.Event;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.storage.EntryRef;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Feed;
import io.tikit.spi.storage.Interval;
import io.tikit.spi.storage.KeyRepository;
import io.tikit.spi.storage.Leases;
import io.tikit.spi.storage.TicketListing;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.storage.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fills a storage with much of everything, and calls all that repositories can do. */
final class StatementWalk {
    private static final int TICKETS = 5_000;
    private static final int USERS = 3_000;
    private static final int IN_UNIT = 250;

    private final JpaStorage storage;
    private final Samples.Desk desk;
    private final List<User> users = new ArrayList<>();
    private final List<Ticket> tickets = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<WorkItem> work = new ArrayList<>();
    private final FileWalk files;
    private final LaterWalk later;
    private final LoginWalk logins;

    StatementWalk(JpaStorage storage) {
        this.storage = storage;
        desk = Samples.desk(storage, "plans");
        files = new FileWalk(desk);
        later = new LaterWalk(storage, desk);
        logins = new LoginWalk(storage, desk);
    }

    void fill() {
        for (int i = 0; i < USERS; i += IN_UNIT) {
            try (UnitOfWork unit = storage.begin(desk.tenant(), UnitMode.OWN)) {
                for (int j = i; j < i + IN_UNIT; j++) {
                    User user = Samples.user("user-" + j, Role.AGENT);
                    users.add(user);
                    unit.users().insert(user);
                    if (j % 2 == 0) {
                        unit.organisations().join(desk.organisation().id(), user.id());
                    }
                }
                unit.commit();
            }
        }
        for (int i = 0; i < TICKETS; i += IN_UNIT) {
            try (UnitOfWork unit = storage.begin(desk.tenant(), UnitMode.OWN)) {
                for (int j = i; j < i + IN_UNIT; j++) {
                    write(unit, j);
                }
                unit.commit();
            }
        }
        for (WorkItem item : work.subList(0, 40)) {
            storage.work().retry(item, 1, Samples.NOW.plusSeconds(60), "not yet");
        }
        for (WorkItem item : work.subList(40, 60)) {
            storage.work().bury(item, 8, Samples.NOW, "never");
        }
        sequence(TICKETS / 2);
        later.fill();
        logins.fill(users);
    }

    private void sequence(int most) {
        Leases.Lease lease = storage.leases()
                .acquire(List.of(Feed.SEQUENCER), "walk", Duration.ofMinutes(10))
                .get(Feed.SEQUENCER);
        for (int i = 0; i < most; i += 10) {
            storage.feed().sequence(lease, 10);
        }
    }

    private void write(UnitOfWork unit, int i) {
        Instant at = Samples.NOW.plusSeconds(i);
        Ticket ticket = new Ticket(
                Samples.summary(i + 1, users.get(i % USERS).id())
                        .team(desk.team().id())
                        .assignee(users.get(i % 20).id())
                        .category(desk.category().id())
                        .organisation(desk.organisation().id())
                        .priority(Priority.values()[i % 4])
                        .status(i % 3 == 0 ? Status.OPEN : Status.CLOSED, i % 3 == 0 ? State.OPEN : State.CLOSED)
                        .times(at, at)
                        .build(),
                Map.of());
        Entry text = Samples.entry(
                ticket.id(), EntryKind.DESCRIPTION, desk.requester().id(), "It drops every hour.");
        Entry form = i % 3 == 0 ? text.withRich(new RichText(Text.html("It"), "It", i % 2)) : text;
        Entry entry = i % 2 == 0 ? files.attach(unit, form) : form;
        Event event = Samples.event(
                        desk.tenant(), ticket.id(), 1, desk.requester().id())
                .entry(entry.id())
                .build();
        WorkItem item = Samples.work(event, "index");
        unit.tickets().insert(ticket);
        unit.entries().insert(entry);
        if (i % 4 == 0) {
            files.leave(unit);
        }
        unit.events().insert(event);
        unit.intervals()
                .begin(ticket.id(), new Interval(Interval.Kind.STATUS, "new", at, Optional.empty(), event.id()));
        unit.keys()
                .insert(
                        IdempotencyKey.of("mail", "message-" + i),
                        new KeyRepository.Use(
                                "create", ticket.id().value(), entry.id().value()));
        unit.outbox().work(item);
        unit.outbox().change(List.of(EventRef.of(event)));
        if (i > 0) {
            LinkWalk.link(unit, ticket.id(), tickets.get(i % 7 == 0 ? 0 : i - 1).id());
        }
        tickets.add(ticket);
        entries.add(entry);
        events.add(event);
        work.add(item);
    }

    void run() {
        storage.tenantExists(desk.tenant());
        storage.tenants(Optional.empty(), 50);
        storage.takeNumbers(desk.tenant(), 10);
        storage.ping();
        try (UnitOfWork unit = storage.begin(desk.tenant(), UnitMode.READ)) {
            tickets(unit);
            conversation(unit);
            people(unit);
            unit.keys().find(IdempotencyKey.of("mail", "message-77"));
            files.read(unit, entries.get(TICKETS / 2));
        }
        lists();
        changes();
        leaving();
        later.run();
        new RoutingWalk(storage, desk).run();
        logins.run(users);
    }

    private void tickets(UnitOfWork unit) {
        Ticket ticket = tickets.get(TICKETS / 2);
        unit.tickets().find(ticket.id());
        unit.tickets().findByNumber(ticket.summary().serial());
        unit.tickets().findAll(tickets.subList(0, 50).stream().map(Ticket::id).toList());
        unit.tickets().scan(Optional.empty(), 50);
        unit.tickets().scan(Optional.of(ticket.id()), 50);
        unit.intervals().of(ticket.id(), 50);
    }

    private void lists() {
        Condition open = TicketFields.STATUS.isOpen();
        Condition team = TicketFields.TEAM.is(desk.team().id()).and(open);
        Condition agent = TicketFields.ASSIGNEE.is(users.get(0).id()).and(open);
        UserId requester = tickets.get(TICKETS / 2).requester();
        List<Order> urgent = List.of(TicketFields.PRIORITY.descending(), TicketFields.CREATED.ascending());
        List<Order> oldest = List.of(TicketFields.CREATED.ascending());
        Ticket ticket = tickets.get(TICKETS / 2);
        FieldValue created = new FieldValue.Moment(ticket.summary().createdAt());
        TicketListing.Place urgentPlace =
                new TicketListing.Place(List.of(FieldValue.Choice.of(ticket.priority()), created), ticket.id());
        TicketListing.Place oldestPlace = new TicketListing.Place(List.of(created), ticket.id());
        try (UnitOfWork unit = storage.begin(desk.tenant(), UnitMode.READ)) {
            Condition company =
                    TicketFields.ORGANISATION.is(desk.organisation().id()).and(open);
            for (Condition queue : List.of(team, agent, company)) {
                list(unit, queue, urgent, Optional.empty());
                list(unit, queue, urgent, Optional.of(urgentPlace));
            }
            Condition own = TicketFields.REQUESTER.is(requester);
            list(unit, own, oldest, Optional.empty());
            list(unit, own, oldest, Optional.of(oldestPlace));
            list(unit, own, List.of(TicketFields.CREATED.descending()), Optional.empty());
        }
    }

    private static void list(
            UnitOfWork unit, Condition where, List<Order> orderBy, Optional<TicketListing.Place> after) {
        unit.tickets().list(new TicketListing(where, orderBy, after, 50));
    }

    private void conversation(UnitOfWork unit) {
        Entry entry = entries.get(TICKETS / 2);
        Event event = events.get(TICKETS / 2);
        TicketId ticket = entry.ticket();
        unit.entries().page(ticket, false, Optional.empty(), 50);
        unit.entries().page(ticket, true, Optional.of(entry.id()), 50);
        unit.entries()
                .findAll(entries.subList(0, 50).stream()
                        .map(e -> new EntryRef(e.ticket(), e.id()))
                        .toList());
        unit.entries().cutByOther(1, 50);
        unit.events().page(event.subject(), Set.of(), Optional.empty(), 50);
        unit.events().page(event.subject(), Set.of("x"), Optional.of(event), 50);
        unit.events().since(event.subject(), 0, 50);
        UserId actor = ((Actor.User) event.actor()).id();
        unit.events().by(actor, Optional.empty(), 50);
        unit.events().by(actor, Optional.of(event.id()), 50);
        unit.events().find(event.subject(), event.id());
        unit.events().findAll(events.subList(0, 50).stream().map(EventRef::of).toList());
    }

    private void people(UnitOfWork unit) {
        unit.users().findAll(users.subList(0, 1).stream().map(User::id).toList());
        unit.users().findAll(users.subList(0, 50).stream().map(User::id).toList());
        unit.users().findBySubject("user-77");
        unit.users().findByEmail("user-77@acme.example");
        unit.users().page(Optional.empty(), 50);
        unit.users().page(Optional.of(users.get(9).id()), 50);
        unit.teams().find(desk.team().id());
        unit.teams().findByName("Network");
        unit.teams().ofMember(desk.agent().id());
        unit.teams().page(Optional.empty(), 50);
        unit.teams().page(Optional.of(desk.team().id()), 50);
        unit.users().anotherActive(Role.ADMIN, desk.agent().id());
        unit.tickets().openIn(desk.category().id(), 50);
        unit.organisations().find(desk.organisation().id());
        unit.organisations().findByName("Acme");
        unit.organisations().findByDomain("acme.example");
        unit.organisations().page(Optional.empty(), 50);
        unit.organisations().page(Optional.of(desk.organisation().id()), 50);
        unit.organisations().ofMember(desk.requester().id());
        unit.organisations().members(desk.organisation().id(), Optional.empty(), 50);
        unit.organisations()
                .members(desk.organisation().id(), Optional.of(users.get(9).id()), 50);
        unit.categories().find(desk.category().id());
        unit.categories().findByName(Optional.empty(), "Network");
        unit.categories().page(Optional.empty(), 50);
        unit.categories().page(Optional.of(desk.category().id()), 50);
    }

    private void changes() {
        try (UnitOfWork unit = storage.begin(desk.tenant(), UnitMode.OWN)) {
            Ticket locked = unit.tickets().lock(tickets.get(30).id()).orElseThrow();
            Instant at = Samples.NOW.plusSeconds(90_000);
            unit.tickets().update(locked, Samples.resolved(locked, at));
            LinkWalk.read(unit, locked.id(), tickets.get(7).id());
            unit.entries().cutByOther(1, 1).forEach(unit.entries()::renewHtml);
            unit.intervals().end(locked.id(), Interval.Kind.STATUS, at);
            User user = unit.users().lock(users.get(5).id()).orElseThrow();
            unit.users().update(new User(user.id(), user.person(), Role.ADMIN, true, user.createdAt()));
            Team team = unit.teams().lock(desk.team().id()).orElseThrow();
            Team with = new Team(team.id(), team.name(), Set.of(user.id()), false, team.createdAt());
            unit.teams().update(team, with);
            files.change(unit);
            Organisation organisation =
                    unit.organisations().lock(desk.organisation().id()).orElseThrow();
            unit.organisations()
                    .update(
                            organisation,
                            new Organisation(
                                    organisation.id(), "Ajax", false, Set.of(), true, organisation.createdAt()));
            unit.organisations().leave(organisation.id(), users.get(4).id());
            unit.categories().update(desk.category());
            unit.teams().update(with, new Team(team.id(), "Networks", Set.of(), false, team.createdAt()));
            unit.commit();
        }
    }

    private void leaving() {
        Set<Integer> buckets = IntStream.range(0, 64).boxed().collect(Collectors.toSet());
        Set<UUID> without = work.subList(60, 65).stream().map(WorkItem::id).collect(Collectors.toSet());
        Instant now = Samples.NOW.plusSeconds(1);
        storage.work().due("index", buckets, now, Set.of(), 50);
        storage.work().due("index", buckets, now, without, 50);
        storage.work().nextRetry("index", now);
        storage.work().backlog();
        storage.work().dead(desk.tenant(), Optional.empty(), 50);
        storage.work().dead(desk.tenant(), Optional.of(work.get(45).id()), 50);
        storage.work().dead(desk.tenant(), "index", Optional.of(work.get(45).id()), 50);
        storage.work().revive(desk.tenant(), work.get(41).id());
        storage.work().drop(desk.tenant(), "index", work.get(42).id());
        storage.work().clear(desk.tenant(), "nobody");
        storage.work().retry(work.get(70), 1, now, "later");
        storage.work().bury(work.get(71), 1, now, "never");
        storage.work().done(work.subList(80, 90));
        Feed feed = storage.feed();
        feed.oldestWaiting();
        sequence(20);
        feed.heads(0);
        feed.head(desk.tenant());
        feed.read(desk.tenant(), 700, 50);
        feed.advance(desk.tenant(), "index-a", 5);
        feed.advance(desk.tenant(), "index-a", 9);
        feed.position(desk.tenant(), "index-a");
        feed.advance(desk.tenant(), "index-a", 9, 12);
        feed.place(desk.tenant(), "index-a", 2);
        feed.readers(desk.tenant(), "", 50);
        feed.remove(desk.tenant(), "index-a");
        storage.leases().taken("x", Duration.ofSeconds(5));
        storage.leases()
                .release(storage.leases()
                        .acquire(List.of("x", "y"), "walk", Duration.ofSeconds(5))
                        .values());
    }
}
