package io.tikit.jpa.outbox;

import io.tikit.api.TenantId;
import io.tikit.api.health.DeadLetter;
import io.tikit.jpa.database.Dialect;
import io.tikit.jpa.database.Jdbc;
import io.tikit.jpa.tenant.TenantTable;
import io.tikit.spi.storage.WorkItem;
import io.tikit.spi.storage.WorkQueue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The work queue where a query passes over what is not committed. */
public final class QueriedWork implements WorkQueue {
    private static final int MOST_COUNTED = 10_000;

    // What waits for another try or lies dead holds back what is behind it. The first is found by the index of retries,
    // which names its condition.
    private static final String SELECT =
            "SELECT w.id, w.tenant, w.consumer, w.subject, w.event, w.revision, w.happened_at,"
                    + " w.attempts FROM tikit_work w WHERE w.consumer = ? AND w.retry_at <= ?";
    private static final String UNLESS_HELD_BACK =
            " AND NOT EXISTS (SELECT 1 FROM tikit_work r WHERE r.consumer = ? AND r.retry_at > 0"
                    + " AND r.retry_at > ? AND r.tenant = w.tenant AND r.subject = w.subject"
                    + " AND (r.revision, r.id) < (w.revision, w.id))"
                    + " AND NOT EXISTS (SELECT 1 FROM tikit_dead_letter d WHERE d.consumer = ? AND d.tenant = w.tenant"
                    + " AND d.subject = w.subject AND (d.revision, d.id) < (w.revision, w.id))"
                    + " ORDER BY w.happened_at, w.revision, w.id FETCH FIRST ? ROWS ONLY";

    private final Jdbc jdbc;
    private final WorkRows rows;

    public QueriedWork(Jdbc jdbc, TenantTable tenants) {
        this.jdbc = jdbc;
        this.rows = new WorkRows(jdbc, tenants);
    }

    @Override
    public List<WorkItem> due(String consumer, Set<Integer> buckets, Instant now, Set<UUID> without, int limit) {
        Dialect dialect = jdbc.dialect();
        String sql = SELECT + " AND " + dialect.among("w.bucket", buckets.size()) + " AND NOT ("
                + dialect.among("w.id", without.size()) + ")" + UNLESS_HELD_BACK;
        return jdbc.statement(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, consumer);
                statement.setLong(2, now.toEpochMilli());
                int index = dialect.setNumbers(statement, 3, buckets);
                index = dialect.setIds(statement, index, without);
                statement.setString(index, consumer);
                statement.setLong(index + 1, now.toEpochMilli());
                statement.setString(index + 2, consumer);
                statement.setInt(index + 3, limit);
                List<WorkItem> due = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        due.add(rows.item(row));
                    }
                }
                return due;
            }
        });
    }

    @Override
    public void done(Collection<WorkItem> items) {
        rows.done(items);
    }

    @Override
    public void retry(WorkItem item, int attempts, Instant next, String error) {
        rows.retry(item, attempts, next, error);
    }

    @Override
    public void bury(WorkItem item, int attempts, Instant at, String error) {
        rows.bury(item, attempts, at, error);
    }

    @Override
    public List<DeadLetter> dead(TenantId tenant, Optional<UUID> after, int limit) {
        return rows.dead(tenant, Optional.empty(), after, limit);
    }

    @Override
    public List<DeadLetter> dead(TenantId tenant, String consumer, Optional<UUID> after, int limit) {
        return rows.dead(tenant, Optional.of(consumer), after, limit);
    }

    @Override
    public boolean drop(TenantId tenant, String consumer, UUID id) {
        return rows.drop(tenant, consumer, id).isPresent();
    }

    @Override
    public void clear(TenantId tenant, String consumer) {
        rows.clear(tenant, consumer);
    }

    @Override
    public boolean revive(TenantId tenant, UUID id) {
        return rows.revive(tenant, id).isPresent();
    }

    @Override
    public Optional<Instant> nextRetry(String consumer, Instant after) {
        return jdbc.statement(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT retry_at FROM tikit_work"
                            + " WHERE consumer = ? AND retry_at > 0 AND retry_at > ? ORDER BY retry_at FETCH FIRST 1 ROWS ONLY")) {
                statement.setString(1, consumer);
                statement.setLong(2, after.toEpochMilli());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(Instant.ofEpochMilli(row.getLong(1))) : Optional.<Instant>empty();
                }
            }
        });
    }

    @Override
    public Backlog backlog() {
        return jdbc.statement(connection -> new Backlog(
                count(connection, "tikit_work"), oldest(connection), count(connection, "tikit_dead_letter")));
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM (SELECT 1 FROM " + table
                        + " FETCH FIRST " + MOST_COUNTED + " ROWS ONLY) w");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Steps from consumer to consumer along the key, because the oldest of each is its first. */
    private static Optional<Instant> oldest(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT consumer, happened_at FROM tikit_work"
                + " WHERE consumer > ? ORDER BY consumer, happened_at FETCH FIRST 1 ROWS ONLY")) {
            String consumer = "";
            long oldest = Long.MAX_VALUE;
            while (true) {
                statement.setString(1, consumer);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        return oldest == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldest));
                    }
                    consumer = row.getString(1);
                    oldest = Math.min(oldest, row.getLong(2));
                }
            }
        }
    }
}
