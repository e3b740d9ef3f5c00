package io.tikit.jpa.outbox;

import io.tikit.api.TenantId;
import io.tikit.api.event.EventId;
import io.tikit.api.health.DeadLetter;
import io.tikit.api.ticket.TicketId;
import io.tikit.jpa.codec.Ids;
import io.tikit.jpa.database.Dialect;
import io.tikit.jpa.database.Jdbc;
import io.tikit.jpa.tenant.TenantTable;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.WorkItem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements about work and dead letters that are the same whatever finds what is due. */
final class WorkRows {
    static final String KEY = " WHERE consumer = ? AND happened_at = ? AND revision = ? AND id = ?";
    private static final UUID FIRST = new UUID(0, 0);
    private static final String BY_CONSUMER = "TIKIT_DEAD_LETTER_BY_CONSUMER";

    private final Jdbc jdbc;
    private final Dialect dialect;
    private final TenantTable tenants;

    WorkRows(Jdbc jdbc, TenantTable tenants) {
        this.jdbc = jdbc;
        this.dialect = jdbc.dialect();
        this.tenants = tenants;
    }

    void done(Collection<WorkItem> items) {
        if (items.isEmpty()) {
            return;
        }
        jdbc.transaction(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM tikit_work" + KEY)) {
                for (WorkItem item : items) {
                    key(delete, 1, item);
                    delete.addBatch();
                }
                return delete.executeBatch().length;
            }
        });
    }

    void retry(WorkItem item, int attempts, Instant next, String error) {
        jdbc.statement(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE tikit_work SET attempts = ?, retry_at = ?, last_error = ?" + KEY)) {
                update.setInt(1, attempts);
                update.setLong(2, Math.max(1, next.toEpochMilli()));
                update.setString(3, cut(error));
                key(update, 4, item);
                return update.executeUpdate();
            }
        });
    }

    void bury(WorkItem item, int attempts, Instant at, String error) {
        int tenant = tenants.number(item.tenant());
        jdbc.transaction(connection -> {
            delete(connection, item);
            try (PreparedStatement update = connection.prepareStatement("UPDATE tikit_dead_letter"
                    + " SET attempts = ?, tried_at = ?, last_error = ? WHERE tenant = ? AND id = ?")) {
                update.setInt(1, attempts);
                update.setLong(2, at.toEpochMilli());
                update.setString(3, cut(error));
                update.setInt(4, tenant);
                dialect.setId(update, 5, item.id());
                if (update.executeUpdate() > 0) {
                    return false;
                }
            }
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO tikit_dead_letter"
                    + " (tenant, id, consumer, subject, revision, event, happened_at, attempts, tried_at, last_error)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setInt(1, tenant);
                dialect.setId(insert, 2, item.id());
                insert.setString(3, item.consumer());
                dialect.setId(insert, 4, item.event().subject());
                insert.setLong(5, item.revision());
                dialect.setId(insert, 6, item.event().event().value());
                insert.setLong(7, item.at().toEpochMilli());
                insert.setInt(8, attempts);
                insert.setLong(9, at.toEpochMilli());
                insert.setString(10, cut(error));
                return insert.executeUpdate() > 0;
            }
        });
    }

    private void delete(Connection connection, WorkItem item) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM tikit_work" + KEY)) {
            key(delete, 1, item);
            delete.executeUpdate();
        }
    }

    private void key(PreparedStatement statement, int first, WorkItem item) throws SQLException {
        statement.setString(first, item.consumer());
        statement.setLong(first + 1, item.at().toEpochMilli());
        statement.setLong(first + 2, item.revision());
        dialect.setId(statement, first + 3, item.id());
    }

    private static String cut(String error) {
        return error.length() <= 500 ? error : error.substring(0, 500);
    }

    List<DeadLetter> dead(TenantId tenant, Optional<String> consumer, Optional<UUID> after, int limit) {
        int number = tenants.number(tenant);
        return jdbc.statement(connection -> {
            List<Dead> found = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT id, consumer, event, subject, attempts, tried_at, last_error FROM tikit_dead_letter"
                            + (consumer.isPresent() ? dialect.along(BY_CONSUMER) : "")
                            + " WHERE tenant = ? AND " + (consumer.isPresent() ? "consumer = ? AND " : "")
                            + "id " + (after.isPresent() ? ">" : ">=") + " ?"
                            + " ORDER BY id FETCH FIRST ? ROWS ONLY")) {
                int index = 0;
                statement.setInt(++index, number);
                if (consumer.isPresent()) {
                    statement.setString(++index, consumer.get());
                }
                dialect.setId(statement, ++index, after.orElse(FIRST));
                statement.setInt(++index, limit);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(dead(row));
                    }
                }
            }
            return letters(connection, number, found);
        });
    }

    /** A row of a dead letter; whether its subject is a ticket is not yet known. */
    private record Dead(DeadLetter letter, UUID subject) {}

    private Dead dead(ResultSet row) throws SQLException {
        String error = row.getString(7);
        return new Dead(
                new DeadLetter(
                        dialect.id(row, 1),
                        row.getString(2),
                        Optional.of(new EventId(dialect.id(row, 3))),
                        Optional.empty(),
                        row.getInt(5),
                        Instant.ofEpochMilli(row.getLong(6)),
                        error == null ? "" : error),
                dialect.id(row, 4));
    }

    /** Looks at each event by its key: Derby would read all events to join a page to them, and pages of the dead are rare. */
    private List<DeadLetter> letters(Connection connection, int tenant, List<Dead> found) throws SQLException {
        List<DeadLetter> letters = new ArrayList<>();
        try (PreparedStatement type = connection.prepareStatement(
                "SELECT event_type FROM tikit_event WHERE tenant = ? AND subject = ? AND id = ?")) {
            for (Dead dead : found) {
                DeadLetter letter = dead.letter();
                type.setInt(1, tenant);
                dialect.setId(type, 2, dead.subject());
                dialect.setId(type, 3, letter.event().orElseThrow().value());
                try (ResultSet row = type.executeQuery()) {
                    Optional<TicketId> ticket = row.next() && row.getString(1).startsWith("ticket.")
                            ? Optional.of(new TicketId(dead.subject()))
                            : Optional.empty();
                    letters.add(new DeadLetter(
                            letter.id(),
                            letter.consumer(),
                            letter.event(),
                            ticket,
                            letter.attempts(),
                            letter.lastTry(),
                            letter.error()));
                }
            }
        }
        return letters;
    }

    /** Makes a dead item due; gives it back as it stands in the queue now. */
    Optional<WorkItem> revive(TenantId tenant, UUID id) {
        int number = tenants.number(tenant);
        return jdbc.transaction(connection -> {
            Optional<WorkItem> dead = find(connection, tenant, number, id);
            if (dead.isEmpty()) {
                return dead;
            }
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM tikit_dead_letter WHERE tenant = ? AND id = ?")) {
                delete.setInt(1, number);
                dialect.setId(delete, 2, id);
                if (delete.executeUpdate() == 0) {
                    return Optional.empty();
                }
            }
            insert(connection, number, dead.get());
            return dead;
        });
    }

    /** Removes a dead item; gives it back as it was. */
    Optional<WorkItem> drop(TenantId tenant, String consumer, UUID id) {
        int number = tenants.number(tenant);
        return jdbc.transaction(connection -> {
            Optional<WorkItem> dead = find(connection, tenant, number, id)
                    .filter(item -> item.consumer().equals(consumer));
            if (dead.isEmpty()) {
                return dead;
            }
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM tikit_dead_letter WHERE tenant = ? AND id = ?")) {
                delete.setInt(1, number);
                dialect.setId(delete, 2, id);
                return delete.executeUpdate() > 0 ? dead : Optional.empty();
            }
        });
    }

    void clear(TenantId tenant, String consumer) {
        int number = tenants.number(tenant);
        jdbc.transaction(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM tikit_work WHERE consumer = ? AND tenant = ?")) {
                delete.setString(1, consumer);
                delete.setInt(2, number);
                return delete.executeUpdate();
            }
        });
        List<UUID> dead;
        do {
            dead = jdbc.transaction(connection -> clearDead(connection, number, consumer));
        } while (!dead.isEmpty());
    }

    /** In bounded bites and by the key, since Derby would look at all that is dead to delete some of it. */
    private List<UUID> clearDead(Connection connection, int tenant, String consumer) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM tikit_dead_letter"
                        + dialect.along(BY_CONSUMER) + " WHERE tenant = ? AND consumer = ?"
                        + " ORDER BY id FETCH FIRST 500 ROWS ONLY");
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM tikit_dead_letter WHERE tenant = ? AND id = ?")) {
            select.setInt(1, tenant);
            select.setString(2, consumer);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(dialect.id(row, 1));
                }
            }
            for (UUID id : ids) {
                delete.setInt(1, tenant);
                dialect.setId(delete, 2, id);
                delete.addBatch();
            }
            if (!ids.isEmpty()) {
                delete.executeBatch();
            }
        }
        return ids;
    }

    private Optional<WorkItem> find(Connection connection, TenantId tenant, int number, UUID id) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("SELECT consumer, subject, event, revision, happened_at"
                        + " FROM tikit_dead_letter WHERE tenant = ? AND id = ?")) {
            read.setInt(1, number);
            dialect.setId(read, 2, id);
            try (ResultSet row = read.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                EventRef event = new EventRef(dialect.id(row, 2), new EventId(dialect.id(row, 3)));
                return Optional.of(new WorkItem(
                        id, tenant, row.getString(1), event, row.getLong(4), Instant.ofEpochMilli(row.getLong(5)), 0));
            }
        }
    }

    private void insert(Connection connection, int number, WorkItem item) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO tikit_work"
                + " (consumer, happened_at, revision, id, tenant, subject, event, bucket, attempts, retry_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0)")) {
            key(insert, 1, item);
            insert.setInt(5, number);
            dialect.setId(insert, 6, item.event().subject());
            dialect.setId(insert, 7, item.event().event().value());
            insert.setInt(8, item.bucket());
            insert.executeUpdate();
        }
    }

    /** Reads an item from a row of id, tenant, consumer, subject, event, revision, happened_at and attempts. */
    WorkItem item(ResultSet row) throws SQLException {
        return new WorkItem(
                dialect.id(row, 1),
                tenants.id(row.getInt(2)),
                row.getString(3),
                new EventRef(dialect.id(row, 4), new EventId(dialect.id(row, 5))),
                row.getLong(6),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getInt(8));
    }

    Jdbc jdbc() {
        return jdbc;
    }

    /** Orders items of one subject. */
    static int inSubject(long revision, UUID id, long otherRevision, UUID otherId) {
        int byRevision = Long.compare(revision, otherRevision);
        return byRevision != 0 ? byRevision : Ids.compare(id, otherId);
    }
}
