package io.tikit.jpa.timer;

import io.tikit.api.TenantId;
import io.tikit.api.health.DeadLetter;
import io.tikit.jpa.codec.Ids;
import io.tikit.jpa.database.Dialect;
import io.tikit.jpa.database.Jdbc;
import io.tikit.jpa.outbox.Waiting;
import io.tikit.jpa.tenant.TenantTable;
import io.tikit.spi.storage.TimerQueue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** Claims on timers in the database. */
public final class TimerClaims implements TimerQueue {
    private static final String HELD = " WHERE tenant = ? AND id = ? AND fence = ?";

    private final Jdbc jdbc;
    private final Dialect dialect;
    private final TenantTable tenants;
    private final TimerRows rows;
    private final Predicate<Waiting.TimerKey> changing;
    private int turn;

    /**
     * Claims.
     *
     * @param jdbc connections apart from units
     * @param changing tells which timers a unit of this storage is about to change, where to claim them would be to wait
     */
    public TimerClaims(Jdbc jdbc, TenantTable tenants, Predicate<Waiting.TimerKey> changing) {
        this.jdbc = jdbc;
        this.dialect = jdbc.dialect();
        this.tenants = tenants;
        this.rows = new TimerRows(dialect);
        this.changing = changing;
    }

    @Override
    public synchronized List<Claim> claim(Set<String> handlers, Instant now, Duration length, int limit) {
        Set<String> wanted = new TreeSet<>(handlers);
        long present = now.toEpochMilli();
        List<TimerRows.Found> claimed = jdbc.transaction(connection -> {
            Map<UUID, TimerRows.Found> chosen = new LinkedHashMap<>();
            add(chosen, rows.due(connection, wanted, present, Optional.empty(), limit), limit);
            if (chosen.size() == limit) {
                chosen.keySet().retainAll(List.copyOf(chosen.keySet()).subList(0, (limit + 1) / 2));
                goRound(connection, wanted, present, limit, chosen);
            }
            return take(connection, List.copyOf(chosen.values()), present, length.toMillis());
        });
        return claimed.stream()
                .sorted(Comparator.comparing(
                                (TimerRows.Found found) -> found.timer().at())
                        .thenComparing(found -> found.timer().id(), Ids::compare))
                .map(found -> new Claim(tenants.id(found.tenant()), found.timer(), found.fence() + 1, found.attempts()))
                .toList();
    }

    private void add(Map<UUID, TimerRows.Found> chosen, List<TimerRows.Found> found, int limit) {
        for (TimerRows.Found one : found) {
            if (chosen.size() < limit
                    && !changing.test(new Waiting.TimerKey(
                            one.tenant(), one.timer().handler(), one.timer().key()))) {
                chosen.putIfAbsent(one.timer().id(), one);
            }
        }
    }

    /** Gives the tenants that have something due an equal share, going on where the last round ended. */
    private void goRound(
            Connection connection, Set<String> wanted, long present, int limit, Map<UUID, TimerRows.Found> chosen)
            throws SQLException {
        List<Integer> waiting = rows.tenantsWithDue(connection, present, turn, limit - chosen.size());
        for (int i = 0; i < waiting.size() && chosen.size() < limit; i++) {
            int tenant = waiting.get(i);
            int share = Math.max(1, (limit - chosen.size()) / (waiting.size() - i));
            long already = chosen.values().stream()
                    .filter(found -> found.tenant() == tenant)
                    .count();
            add(
                    chosen,
                    rows.due(connection, wanted, present, Optional.of(tenant), (int) already + share),
                    Math.min(limit, chosen.size() + share));
            turn = tenant;
        }
    }

    private List<TimerRows.Found> take(Connection connection, List<TimerRows.Found> chosen, long present, long length)
            throws SQLException {
        if (chosen.isEmpty()) {
            return List.of();
        }
        // Always in one order, so that two who claim do not wait for each other.
        List<TimerRows.Found> sorted = new ArrayList<>(chosen);
        sorted.sort(Comparator.comparingInt(TimerRows.Found::tenant)
                .thenComparing(found -> found.timer().id(), Ids::compare));
        String now = dialect.now();
        try (PreparedStatement update = connection.prepareStatement("UPDATE tikit_timer SET fence = fence + 1,"
                + " claimed_until = " + now + " + ?" + HELD + " AND claimed_until <= " + now + " AND wake_at <= ?")) {
            for (TimerRows.Found found : sorted) {
                update.setLong(1, length);
                update.setInt(2, found.tenant());
                dialect.setId(update, 3, found.timer().id());
                update.setLong(4, found.fence());
                update.setLong(5, present);
                update.addBatch();
            }
            return those(sorted, update.executeBatch());
        }
    }

    private static <T> List<T> those(List<T> all, int[] counts) {
        List<T> met = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                met.add(all.get(i));
            }
        }
        return met;
    }

    @Override
    public List<Claim> prolong(Collection<Claim> claims, Duration length) {
        return changeAll(claims, "UPDATE tikit_timer SET claimed_until = " + dialect.now() + " + ?" + HELD, length);
    }

    @Override
    public void release(Collection<Claim> claims) {
        changeAll(claims, "UPDATE tikit_timer SET claimed_until = ?" + HELD, Duration.ZERO);
    }

    private List<Claim> changeAll(Collection<Claim> claims, String sql, Duration length) {
        if (claims.isEmpty()) {
            return List.of();
        }
        List<Claim> sorted = new ArrayList<>(claims);
        sorted.sort(Comparator.comparing((Claim claim) -> claim.timer().id(), Ids::compare));
        return jdbc.transaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (Claim claim : sorted) {
                    update.setLong(1, length.toMillis());
                    held(update, 2, claim);
                    update.addBatch();
                }
                return those(sorted, update.executeBatch());
            }
        });
    }

    private void held(PreparedStatement statement, int first, Claim claim) throws SQLException {
        statement.setInt(first, tenants.number(claim.tenant()));
        dialect.setId(statement, first + 1, claim.timer().id());
        statement.setLong(first + 2, claim.fence());
    }

    @Override
    public void retry(Claim claim, int attempts, Instant next, String error) {
        fail(claim, attempts, next.toEpochMilli(), 0, error);
    }

    @Override
    public void bury(Claim claim, int attempts, Instant at, String error) {
        fail(claim, attempts, TimerRows.DEAD, at.toEpochMilli(), error);
    }

    private void fail(Claim claim, int attempts, long wake, long tried, String error) {
        jdbc.statement(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE tikit_timer SET attempts = ?,"
                    + " wake_at = ?, tried_at = ?, last_error = ?, claimed_until = 0" + HELD)) {
                update.setInt(1, attempts);
                update.setLong(2, wake);
                update.setLong(3, tried);
                update.setString(4, error.substring(0, Math.min(error.length(), 500)));
                held(update, 5, claim);
                return update.executeUpdate();
            }
        });
    }

    @Override
    public List<DeadLetter> dead(TenantId tenant, Optional<UUID> after, int limit) {
        int number = tenants.number(tenant);
        return jdbc.statement(connection -> rows.dead(connection, number, after, limit));
    }

    @Override
    public boolean revive(TenantId tenant, UUID id) {
        int number = tenants.number(tenant);
        return jdbc.statement(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE tikit_timer SET wake_at = due_at,"
                            + " attempts = 0, last_error = NULL, claimed_until = 0 WHERE tenant = ? AND id = ? AND wake_at = ?")) {
                update.setInt(1, number);
                dialect.setId(update, 2, id);
                update.setLong(3, TimerRows.DEAD);
                return update.executeUpdate() > 0;
            }
        });
    }

    @Override
    public Optional<Instant> nextDue(Set<String> handlers, Instant after) {
        long later = after.equals(Instant.MIN) ? Long.MIN_VALUE : after.toEpochMilli();
        return jdbc.statement(connection -> rows.nextDue(connection, new TreeSet<>(handlers), later));
    }

    @Override
    public Backlog backlog(Instant now) {
        return jdbc.statement(connection -> rows.backlog(connection, now.toEpochMilli()));
    }
}
