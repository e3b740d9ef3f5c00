package io.tikit.jpa.routing;

import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketType;
import io.tikit.jpa.codec.Ids;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.RoutingRepository.Load;
import io.tikit.spi.storage.RoutingRepository.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What agents have and what waits for them. */
final class Queues {
    private static final TicketType[] TYPES = TicketType.values();
    private static final State[] STATES = State.values();

    private final Session session;

    Queues(Session session) {
        this.session = session;
    }

    List<Load> loads(Collection<UserId> users) {
        if (users.isEmpty()) {
            return List.of();
        }
        List<UUID> all = users.stream().map(UserId::value).distinct().toList();
        List<Load> loads = new ArrayList<>();
        if (session.dialect().findsLists()) {
            loads.addAll(counted(Ids.padded(all)));
        } else {
            all.forEach(user -> loads.addAll(counted(List.of(user))));
        }
        return loads;
    }

    private List<Load> counted(List<UUID> users) {
        List<Object> parameters = new ArrayList<>(users);
        parameters.add(0, session.tenant());
        return session
                .readRows(
                        "SELECT assignee, type_rank, state, COUNT(*) FROM tikit_ticket"
                                + session.dialect().byIndex("tikit_ticket_by_assignee")
                                + " WHERE tenant = ? AND assignee IN ("
                                + Session.places(users.size(), "?")
                                + ") AND is_open = 1 GROUP BY assignee, type_rank, state",
                        parameters)
                .stream()
                .map(row -> new Load(
                        new UserId(id(row[0])),
                        TYPES[(int) number(row[1])],
                        STATES[(int) number(row[2])],
                        number(row[3])))
                .toList();
    }

    /** Each priority has an order of its own in the index; the fronts of all of them together hold the front of all. */
    @SuppressWarnings("EnumOrdinal") // ranks are stored in the order of declaration
    List<Waiting> waiting(TeamId team, Duration step, Optional<Waiting> after, int limit) {
        List<Waiting> found = new ArrayList<>();
        for (Priority priority : Priority.values()) {
            List<Object> parameters = new ArrayList<>(List.of(session.tenant(), team.value(), priority.ordinal()));
            String beyond = "";
            if (after.isPresent()) {
                long bound = after.get().place(step) + priority.ordinal() * step.toMillis();
                beyond = " AND created_at >= ? AND (created_at > ? OR id > ?)";
                parameters.addAll(List.of(bound, bound, after.get().ticket().value()));
            }
            session.readRows(
                            "SELECT id, created_at FROM tikit_ticket"
                                    + session.dialect().byIndex("tikit_ticket_waiting")
                                    + " WHERE tenant = ? AND team = ? AND assignee IS NULL AND is_open = 1"
                                    + " AND priority = ?" + beyond + " ORDER BY created_at, id FETCH FIRST " + limit
                                    + " ROWS ONLY",
                            parameters)
                    .forEach(row -> found.add(
                            new Waiting(new TicketId(id(row[0])), priority, Instant.ofEpochMilli(number(row[1])))));
        }
        return found.stream()
                .sorted(Comparator.comparingLong((Waiting one) -> one.place(step))
                        .thenComparing(one -> one.ticket().value(), Ids::compare))
                .limit(limit)
                .toList();
    }

    private static UUID id(Object value) {
        return value instanceof byte[] bytes ? Ids.of(bytes) : (UUID) value;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
