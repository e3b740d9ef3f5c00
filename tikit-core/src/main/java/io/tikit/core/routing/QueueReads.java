package io.tikit.core.routing;

import io.tikit.api.access.Permission;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.Order;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Agent;
import io.tikit.api.routing.QueueState;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.core.access.Access;
import io.tikit.core.access.TicketView;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Cursors;
import io.tikit.core.pipeline.IdCursors;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.storage.RoutingRepository;
import io.tikit.spi.storage.TicketListing;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the queues of teams for people, with what they may see in every statement. The order is that of routing; since each
 * priority has an order of its own in the index, a page takes one statement for each of the four.
 */
final class QueueReads {
    private static final int MOST_AGENTS = 500;
    private static final List<Order> BY_AGE = List.of(TicketFields.CREATED.ascending());

    private final Reader reader;
    private final Snapshots snapshots;

    @Inject
    QueueReads(Reader reader, Snapshots snapshots) {
        this.reader = reader;
        this.snapshots = snapshots;
    }

    /** Where a ticket stands: what is behind it and, of those at the same place, which come after it. */
    private record Place(long at, UUID id) {
        static Place of(ByteBuffer bytes) {
            if (bytes.remaining() != Long.BYTES + 16) {
                throw Cursors.invalid("is damaged");
            }
            return new Place(bytes.getLong(), new UUID(bytes.getLong(), bytes.getLong()));
        }

        static byte[] bytes(TicketSummary ticket, RoutingSettings settings) {
            return ByteBuffer.allocate(Long.BYTES + 16)
                    .putLong(place(ticket, settings))
                    .put(IdCursors.bytes(ticket.id().value()))
                    .array();
        }
    }

    Page<TicketSummary> page(Session who, TeamId team, PageRequest page) {
        Condition waiting = waiting(team);
        TicketView.requireReadable(who, waiting, List.of(TicketFields.PRIORITY.key(), TicketFields.CREATED.key()));
        return reader.read(who.tenant(), unit -> {
            RoutingSettings settings = RuleBook.settings(snapshots.of(unit, false));
            // Places are of an order, so a cursor ends with the step that it was made for.
            String shape = "queue " + who.tenant() + " " + team + " " + settings.step();
            Optional<Place> after = Cursors.read(shape, page).map(Place::of);
            Condition seen = waiting.and(Access.visibleTickets(who));
            List<TicketSummary> rows = new ArrayList<>();
            for (Priority priority : Priority.values()) {
                rows.addAll(unit.tickets().list(ofPriority(priority, seen, settings, after, page.size() + 1)));
            }
            rows.sort(Comparator.comparingLong((TicketSummary ticket) -> place(ticket, settings))
                    .thenComparing(ticket -> ticket.id().value(), AgentChoice::compare));
            return IdCursors.cut(
                            shape,
                            page,
                            rows.subList(0, Math.min(rows.size(), page.size() + 1)),
                            ticket -> Place.bytes(ticket, settings))
                    .map(ticket -> TicketView.shown(who, ticket));
        });
    }

    @SuppressWarnings("EnumOrdinal") // priorities are declared from the lowest on, which is documented
    private static TicketListing ofPriority(
            Priority priority, Condition seen, RoutingSettings settings, Optional<Place> after, int limit) {
        return new TicketListing(
                TicketFields.PRIORITY.is(priority).and(seen),
                BY_AGE,
                after.map(place -> new TicketListing.Place(
                        List.of(new FieldValue.Moment(Instant.ofEpochMilli(place.at()
                                + priority.ordinal() * settings.step().toMillis()))),
                        new TicketId(place.id()))),
                limit);
    }

    private static long place(TicketSummary ticket, RoutingSettings settings) {
        return new RoutingRepository.Waiting(ticket.id(), ticket.priority(), ticket.createdAt()).place(settings.step());
    }

    private static Condition waiting(TeamId team) {
        return TicketFields.TEAM.is(team).and(TicketFields.ASSIGNEE.isAbsent()).and(TicketFields.STATUS.isOpen());
    }

    QueueState state(Session who, TeamId team) {
        Condition waiting = waiting(team);
        TicketView.requireReadable(who, waiting, List.of());
        Condition visible = Access.visibleTickets(who);
        boolean seesAll = visible.equals(Condition.always()) && Access.may(who, Permission.PEOPLE_SEE);
        return reader.read(who.tenant(), unit -> {
            List<TicketSummary> free = some(unit, waiting.and(visible));
            Condition given = TicketFields.TEAM
                    .is(team)
                    .and(TicketFields.ASSIGNEE.isPresent())
                    .and(TicketFields.STATUS.isOpen());
            return new QueueState(
                    team,
                    free.size(),
                    some(unit, given.and(visible)).size(),
                    free.stream().findFirst().map(TicketSummary::createdAt),
                    seesAll
                            ? unit.teams()
                                    .find(team)
                                    .map(found -> loads(unit, found))
                                    .orElse(List.of())
                            : List.of());
        });
    }

    private static List<TicketSummary> some(UnitOfWork unit, Condition where) {
        return unit.tickets().list(new TicketListing(where, BY_AGE, Optional.empty(), QueueState.MOST));
    }

    private List<QueueState.AgentLoad> loads(UnitOfWork unit, Team team) {
        RoutingSettings settings = RuleBook.settings(snapshots.of(unit, false));
        List<UserId> members = team.members().stream()
                .sorted((a, b) -> AgentChoice.compare(a.value(), b.value()))
                .toList();
        Map<UserId, Integer> capacities = new HashMap<>();
        Map<UserId, Long> tickets = new HashMap<>();
        Map<UserId, Long> points = new HashMap<>();
        for (int from = 0; from < members.size(); from += MOST_AGENTS) {
            List<UserId> some = members.subList(from, Math.min(members.size(), from + MOST_AGENTS));
            for (Agent agent : unit.routing().findAll(some)) {
                capacities.put(agent.user(), agent.capacity());
            }
            for (RoutingRepository.Load load : unit.routing().loads(some)) {
                tickets.merge(load.agent(), load.count(), Long::sum);
                points.merge(load.agent(), load.count() * settings.weight(load.type(), load.state()), Long::sum);
            }
        }
        return members.stream()
                .map(user -> new QueueState.AgentLoad(
                        user,
                        tickets.getOrDefault(user, 0L),
                        points.getOrDefault(user, 0L),
                        Optional.ofNullable(capacities.get(user))))
                .toList();
    }
}
