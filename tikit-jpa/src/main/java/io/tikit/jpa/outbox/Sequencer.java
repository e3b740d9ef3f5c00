package io.tikit.jpa.outbox;

import io.tikit.jpa.database.Jdbc;
import io.tikit.jpa.lease.LeaseTable;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.Leases;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gives positions to committed changes, many in one transaction. */
final class Sequencer {
    /** Derby's longest binary column is a little longer. */
    private static final int SEGMENT_BYTES = 30_000;

    private final Jdbc jdbc;
    private final ChangeSource source;

    Sequencer(Jdbc jdbc, ChangeSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    int sequence(Leases.Lease lease, int limit) {
        source.prepare(lease);
        List<Waiting.Change> taken = jdbc.transaction(connection -> {
            if (!LeaseTable.holds(connection, jdbc.dialect(), lease)) {
                return List.of();
            }
            List<Waiting.Change> changes = source.take(connection, limit);
            if (!changes.isEmpty()) {
                append(connection, changes);
                delete(connection, changes);
            }
            return changes;
        });
        source.taken(taken);
        return taken.size();
    }

    Optional<Instant> oldestWaiting() {
        return jdbc.statement(source::oldest);
    }

    private void append(Connection connection, List<Waiting.Change> changes) throws SQLException {
        Map<Integer, List<Waiting.Change>> byTenant = new TreeMap<>();
        changes.forEach(change -> byTenant.computeIfAbsent(change.tenant(), tenant -> new ArrayList<>())
                .add(change));
        Map<Integer, Long> heads = heads(connection, List.copyOf(byTenant.keySet()));
        try (PreparedStatement segment = connection.prepareStatement(
                "INSERT INTO tikit_feed_segment (tenant, last_position, changes, refs) VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<Integer, List<Waiting.Change>> tenant : byTenant.entrySet()) {
                long position = heads.getOrDefault(tenant.getKey(), 0L);
                ByteArrayOutputStream refs = new ByteArrayOutputStream();
                int count = 0;
                for (Waiting.Change change : tenant.getValue()) {
                    if (refs.size() + change.refs().length > SEGMENT_BYTES) {
                        add(segment, tenant.getKey(), position, count, refs);
                        count = 0;
                    }
                    refs.writeBytes(change.refs());
                    position++;
                    count++;
                }
                add(segment, tenant.getKey(), position, count, refs);
            }
            segment.executeBatch();
        }
        moveHeads(connection, byTenant, heads);
    }

    private static void add(PreparedStatement segment, int tenant, long last, int count, ByteArrayOutputStream refs)
            throws SQLException {
        segment.setInt(1, tenant);
        segment.setLong(2, last);
        segment.setInt(3, count);
        segment.setBytes(4, refs.toByteArray());
        segment.addBatch();
        refs.reset();
    }

    private static Map<Integer, Long> heads(Connection connection, List<Integer> tenants) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT tenant, last_position FROM tikit_feed_head WHERE tenant IN ("
                        + Session.places(io.tikit.jpa.codec.Ids.padded(tenants).size(), "?") + ")")) {
            int index = 1;
            for (int tenant : io.tikit.jpa.codec.Ids.padded(tenants)) {
                statement.setInt(index++, tenant);
            }
            Map<Integer, Long> heads = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    heads.put(row.getInt(1), row.getLong(2));
                }
            }
            return heads;
        }
    }

    /** Each head gets a version of its own, so that a reader who takes some of them knows where to go on. */
    private static void moveHeads(
            Connection connection, Map<Integer, List<Waiting.Change>> byTenant, Map<Integer, Long> heads)
            throws SQLException {
        long version = version(connection);
        try (PreparedStatement update = connection.prepareStatement(
                        "UPDATE tikit_feed_head SET last_position = ?, version = ? WHERE tenant = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO tikit_feed_head (last_position, version, tenant) VALUES (?, ?, ?)")) {
            for (Map.Entry<Integer, List<Waiting.Change>> tenant : byTenant.entrySet()) {
                Long before = heads.get(tenant.getKey());
                PreparedStatement statement = before == null ? insert : update;
                statement.setLong(
                        1, (before == null ? 0 : before) + tenant.getValue().size());
                statement.setLong(2, ++version);
                statement.setInt(3, tenant.getKey());
                statement.addBatch();
            }
            if (heads.size() < byTenant.size()) {
                insert.executeBatch();
            }
            if (!heads.isEmpty()) {
                update.executeBatch();
            }
        }
    }

    private static long version(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT version FROM tikit_feed_head" + " ORDER BY version DESC FETCH FIRST 1 ROWS ONLY");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private void delete(Connection connection, List<Waiting.Change> changes) throws SQLException {
        if (jdbc.dialect().findsLists()) {
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM tikit_change WHERE " + jdbc.dialect().among("id", changes.size()))) {
                jdbc.dialect()
                        .setIds(
                                delete,
                                1,
                                changes.stream().map(Waiting.Change::id).toList());
                delete.executeUpdate();
            }
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM tikit_change WHERE id = ?")) {
            for (Waiting.Change change : changes) {
                jdbc.dialect().setId(delete, 1, change.id());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }
}
