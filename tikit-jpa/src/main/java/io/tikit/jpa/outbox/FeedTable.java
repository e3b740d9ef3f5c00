package io.tikit.jpa.outbox;

import io.tikit.api.TenantId;
import io.tikit.jpa.database.Dialect;
import io.tikit.jpa.database.Jdbc;
import io.tikit.jpa.tenant.TenantTable;
import io.tikit.spi.storage.Feed;
import io.tikit.spi.storage.Leases;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Committed changes in order, in the database. */
public final class FeedTable implements Feed {
    private static final int MOST_TENANTS = 1_000;

    private final Jdbc jdbc;
    private final TenantTable tenants;
    private final Sequencer sequencer;

    /** The feed; the lists are empty where the database is asked instead. */
    public FeedTable(Jdbc jdbc, TenantTable tenants, Optional<WaitingLists> lists) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.sequencer = new Sequencer(
                jdbc, lists.<ChangeSource>map(ListedChanges::new).orElseGet(() -> new QueriedChanges(jdbc.dialect())));
    }

    @Override
    public int sequence(Leases.Lease lease, int limit) {
        return sequencer.sequence(lease, limit);
    }

    @Override
    public Heads heads(long since) {
        return jdbc.statement(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT tenant, last_position, version"
                    + " FROM tikit_feed_head WHERE version > ? ORDER BY version FETCH FIRST " + MOST_TENANTS
                    + " ROWS ONLY")) {
                statement.setLong(1, since);
                Map<Integer, Long> positions = new HashMap<>();
                long version = since;
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        positions.put(row.getInt(1), row.getLong(2));
                        version = row.getLong(3);
                    }
                }
                Map<TenantId, Long> named = new HashMap<>();
                positions.forEach((tenant, position) -> named.put(tenants.id(tenant), position));
                return new Heads(version, named);
            }
        });
    }

    @Override
    public long head(TenantId tenant) {
        int number = tenants.number(tenant);
        return jdbc.statement(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT last_position FROM tikit_feed_head WHERE tenant = ?")) {
                statement.setInt(1, number);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0L;
                }
            }
        });
    }

    @Override
    public List<Change> read(TenantId tenant, long after, int limit) {
        int number = tenants.number(tenant);
        return jdbc.statement(connection -> {
            // A segment holds at least one change, so this many segments are always enough.
            try (PreparedStatement statement = connection.prepareStatement("SELECT last_position, changes, refs"
                    + " FROM tikit_feed_segment WHERE tenant = ? AND last_position > ?"
                    + " ORDER BY last_position FETCH FIRST ? ROWS ONLY")) {
                statement.setInt(1, number);
                statement.setLong(2, after);
                statement.setInt(3, limit);
                List<Change> found = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (found.size() < limit && row.next()) {
                        unpack(row.getLong(1), row.getInt(2), row.getBytes(3), after, limit, found);
                    }
                }
                return found;
            }
        });
    }

    private static void unpack(long last, int count, byte[] refs, long after, int limit, List<Change> found) {
        ByteBuffer packed = ByteBuffer.wrap(refs);
        for (long position = last - count + 1; position <= last && found.size() < limit; position++) {
            if (position <= after) {
                Refs.skip(packed);
            } else {
                found.add(new Change(position, Refs.unpack(packed)));
            }
        }
    }

    @Override
    public OptionalLong position(TenantId tenant, String reader) {
        int number = tenants.number(tenant);
        return jdbc.statement(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT position FROM tikit_feed_reader WHERE tenant = ? AND reader = ?")) {
                statement.setInt(1, number);
                statement.setString(2, reader);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
                }
            }
        });
    }

    @Override
    public void advance(TenantId tenant, String reader, long position) {
        int number = tenants.number(tenant);
        Dialect dialect = jdbc.dialect();
        if (dialect.upserts()) {
            jdbc.statement(connection -> {
                try (PreparedStatement upsert = connection.prepareStatement(
                        "INSERT INTO tikit_feed_reader (tenant, reader, position) VALUES (?, ?, ?)"
                                + dialect.onTaken("tenant, reader")
                                + "position = GREATEST(tikit_feed_reader.position, "
                                + dialect.proposed("position") + ")"
                                + dialect.onlyIf("tikit_feed_reader.position < " + dialect.proposed("position")))) {
                    upsert.setInt(1, number);
                    upsert.setString(2, reader);
                    upsert.setLong(3, position);
                    return upsert.executeUpdate();
                }
            });
            return;
        }
        jdbc.transaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE tikit_feed_reader"
                            + " SET position = CASE WHEN position < ? THEN CAST(? AS BIGINT) ELSE position END"
                            + " WHERE tenant = ? AND reader = ?");
                    PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO tikit_feed_reader (position, tenant, reader) VALUES (?, ?, ?)")) {
                update.setLong(1, position);
                update.setLong(2, position);
                update.setInt(3, number);
                update.setString(4, reader);
                if (update.executeUpdate() == 0) {
                    insert.setLong(1, position);
                    insert.setInt(2, number);
                    insert.setString(3, reader);
                    insert.executeUpdate();
                }
                return true;
            }
        });
    }

    @Override
    public boolean advance(TenantId tenant, String reader, long from, long to) {
        int number = tenants.number(tenant);
        return jdbc.statement(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE tikit_feed_reader SET position = ?"
                    + " WHERE tenant = ? AND reader = ? AND position = ?")) {
                update.setLong(1, Math.max(from, to));
                update.setInt(2, number);
                update.setString(3, reader);
                update.setLong(4, from);
                return update.executeUpdate() > 0;
            }
        });
    }

    @Override
    public boolean place(TenantId tenant, String reader, long position) {
        int number = tenants.number(tenant);
        return jdbc.statement(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE tikit_feed_reader SET position = ? WHERE tenant = ? AND reader = ?")) {
                update.setLong(1, position);
                update.setInt(2, number);
                update.setString(3, reader);
                return update.executeUpdate() > 0;
            }
        });
    }

    @Override
    public boolean remove(TenantId tenant, String reader) {
        int number = tenants.number(tenant);
        return jdbc.statement(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM tikit_feed_reader WHERE tenant = ? AND reader = ?")) {
                delete.setInt(1, number);
                delete.setString(2, reader);
                return delete.executeUpdate() > 0;
            }
        });
    }

    @Override
    public List<Reader> readers(TenantId tenant, String after, int limit) {
        int number = tenants.number(tenant);
        return jdbc.statement(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT reader, position FROM tikit_feed_reader"
                    + " WHERE tenant = ? AND reader > ? ORDER BY reader FETCH FIRST ? ROWS ONLY")) {
                select.setInt(1, number);
                select.setString(2, after);
                select.setInt(3, limit);
                List<Reader> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Reader(row.getString(1), row.getLong(2)));
                    }
                }
                return found;
            }
        });
    }

    @Override
    public Optional<Instant> oldestWaiting() {
        return sequencer.oldestWaiting();
    }
}
