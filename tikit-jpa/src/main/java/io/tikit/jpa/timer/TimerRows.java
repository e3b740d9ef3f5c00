package io.tikit.jpa.timer;

import io.tikit.api.event.EventId;
import io.tikit.api.health.DeadLetter;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.timer.Timer;
import io.tikit.jpa.database.Dialect;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.TimerQueue.Backlog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads timers over all tenants. */
final class TimerRows {
    /** When a dead timer is to be tried: never, and out of the way of those that are due. */
    static final long DEAD = Long.MAX_VALUE;

    private static final int MOST_COUNTED = 10_000;
    private static final int MOST_TENANTS = 256;
    private static final UUID FIRST = new UUID(0, 0);

    private final Dialect dialect;
    /** Whoever waits for nobody: Derby reads over locks, the others pass locked rows by. */
    private final String claiming;

    private final String reading;

    TimerRows(Dialect dialect) {
        this.dialect = dialect;
        this.reading = dialect.readersWait() ? " WITH UR" : "";
        this.claiming = dialect.readersWait() ? " WITH UR" : " FOR UPDATE SKIP LOCKED";
    }

    /** A row that may be claimed. */
    record Found(int tenant, Timer timer, int attempts, long fence) {}

    List<Found> due(Connection connection, Set<String> handlers, long now, Optional<Integer> tenant, int limit)
            throws SQLException {
        String sql = "SELECT tenant, id, handler, timer_key, subject, due_at, payload, cause, cause_subject, depth,"
                + " attempts, fence FROM tikit_timer" + along(tenant) + " WHERE "
                + (tenant.isPresent() ? "tenant = ? AND " : "")
                + "wake_at <= ? AND claimed_until <= " + dialect.now() + " AND " + in(handlers)
                + " ORDER BY wake_at, " + (tenant.isPresent() ? "" : "tenant, ") + "id FETCH FIRST ? ROWS ONLY"
                + claiming;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int index = 0;
            if (tenant.isPresent()) {
                select.setInt(++index, tenant.get());
            }
            select.setLong(++index, now);
            index = bind(select, index, handlers);
            select.setInt(++index, limit);
            List<Found> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Found(row.getInt(1), timer(row), row.getInt(11), row.getLong(12)));
                }
            }
            return found;
        }
    }

    /** Derby would read and sort all that is due instead of the first few along the index. */
    private String along(Optional<Integer> tenant) {
        return dialect.along(tenant.isPresent() ? "TIKIT_TIMER_BY_TENANT" : "TIKIT_TIMER_BY_WAKE");
    }

    private Timer timer(ResultSet row) throws SQLException {
        return TimerEntity.timer(
                dialect.id(row, 2),
                row.getString(3),
                row.getString(4),
                id(row, 5),
                row.getLong(6),
                row.getString(7),
                id(row, 8),
                id(row, 9),
                row.getInt(10));
    }

    private @Nullable UUID id(ResultSet row, int column) throws SQLException {
        return row.getObject(column) == null ? null : dialect.id(row, column);
    }

    private static String in(Set<String> handlers) {
        return "handler IN (" + Session.places(handlers.size(), "?") + ")";
    }

    private static int bind(PreparedStatement statement, int last, Set<String> handlers) throws SQLException {
        int index = last;
        for (String handler : handlers) {
            statement.setString(++index, handler);
        }
        return index;
    }

    /** Steps from tenant to tenant along the index, whose first row per tenant is the earliest, and round once. */
    List<Integer> tenantsWithDue(Connection connection, long now, int after, int limit) throws SQLException {
        List<Integer> found = new ArrayList<>();
        try (PreparedStatement next = connection.prepareStatement("SELECT tenant, wake_at FROM tikit_timer"
                + " WHERE tenant > ? ORDER BY tenant, wake_at FETCH FIRST 1 ROWS ONLY" + reading)) {
            int at = after;
            boolean round = false;
            for (int step = 0; step < MOST_TENANTS && found.size() < limit; step++) {
                next.setInt(1, at);
                try (ResultSet row = next.executeQuery()) {
                    if (!row.next()) {
                        if (round) {
                            return found;
                        }
                        round = true;
                        at = 0;
                        continue;
                    }
                    at = row.getInt(1);
                    if (round && at > after) {
                        return found;
                    }
                    if (row.getLong(2) <= now) {
                        found.add(at);
                    }
                }
            }
        }
        return found;
    }

    Optional<Instant> nextDue(Connection connection, Set<String> handlers, long after) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT wake_at FROM tikit_timer WHERE wake_at > ?"
                + " AND wake_at < ? AND " + in(handlers) + " ORDER BY wake_at FETCH FIRST 1 ROWS ONLY" + reading)) {
            select.setLong(1, after);
            select.setLong(2, DEAD);
            bind(select, 2, handlers);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Instant.ofEpochMilli(row.getLong(1))) : Optional.empty();
            }
        }
    }

    List<DeadLetter> dead(Connection connection, int tenant, Optional<UUID> after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id, handler, cause, subject, attempts,"
                + " tried_at, last_error FROM tikit_timer WHERE tenant = ? AND wake_at = ? AND id "
                + (after.isPresent() ? ">" : ">=") + " ? ORDER BY id FETCH FIRST ? ROWS ONLY" + reading)) {
            select.setInt(1, tenant);
            select.setLong(2, DEAD);
            dialect.setId(select, 3, after.orElse(FIRST));
            select.setInt(4, limit);
            List<DeadLetter> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String error = row.getString(7);
                    found.add(new DeadLetter(
                            dialect.id(row, 1),
                            "timer/" + row.getString(2),
                            Optional.ofNullable(id(row, 3)).map(EventId::new),
                            Optional.ofNullable(id(row, 4)).map(TicketId::new),
                            row.getInt(5),
                            Instant.ofEpochMilli(row.getLong(6)),
                            error == null ? "" : error));
                }
            }
            return found;
        }
    }

    Backlog backlog(Connection connection, long now) throws SQLException {
        return new Backlog(
                count(connection, "wake_at <= " + now),
                oldest(connection).filter(at -> at.toEpochMilli() <= now),
                count(connection, "wake_at = " + DEAD));
    }

    /** The condition is made of numbers alone. */
    private long count(Connection connection, String condition) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT COUNT(*) FROM (SELECT tenant FROM tikit_timer" + " WHERE "
                                + condition + " FETCH FIRST " + MOST_COUNTED + " ROWS ONLY) t" + reading);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private Optional<Instant> oldest(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT wake_at FROM tikit_timer ORDER BY wake_at FETCH FIRST 1 ROWS ONLY" + reading);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(Instant.ofEpochMilli(row.getLong(1))) : Optional.empty();
        }
    }
}
