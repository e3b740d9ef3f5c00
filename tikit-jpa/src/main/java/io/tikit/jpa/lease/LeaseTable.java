package io.tikit.jpa.lease;

import io.tikit.jpa.database.Dialect;
import io.tikit.jpa.database.Jdbc;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.Leases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Leases in the database. Names are always taken in one order, so that two nodes that want the same do not deadlock. */
public final class LeaseTable implements Leases {
    private final Jdbc jdbc;
    private final Runnable newlyHeld;
    private final Set<Lease> known = new HashSet<>();

    /**
     * Leases.
     *
     * @param jdbc connections apart from units
     * @param newlyHeld is told when a lease is held that was not held before
     */
    public LeaseTable(Jdbc jdbc, Runnable newlyHeld) {
        this.jdbc = jdbc;
        this.newlyHeld = newlyHeld;
    }

    @Override
    public Map<String, Lease> acquire(Collection<String> names, String owner, Duration length) {
        if (names.isEmpty()) {
            return Map.of();
        }
        List<String> sorted = new ArrayList<>(new TreeSet<>(names));
        Map<String, Lease> held = jdbc.dialect().upserts()
                ? jdbc.statement(connection -> upsert(connection, sorted, owner, length.toMillis()))
                : oneAfterTheOther(sorted, owner, length.toMillis());
        synchronized (known) {
            if (known.addAll(held.values())) {
                known.removeIf(lease -> held.containsKey(lease.name()) && !held.containsValue(lease));
                newlyHeld.run();
            }
        }
        return held;
    }

    @Override
    public Set<String> taken(String prefix, Duration within) {
        Dialect dialect = jdbc.dialect();
        return jdbc.statement(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT name FROM tikit_lease WHERE expires_at > " + dialect.now()
                            + " - ?" + (dialect.readersWait() ? " WITH UR" : ""))) {
                select.setLong(1, within.toMillis());
                Set<String> found = new TreeSet<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        if (row.getString(1).startsWith(prefix)) {
                            found.add(row.getString(1));
                        }
                    }
                }
                return found;
            }
        });
    }

    private Map<String, Lease> upsert(Connection connection, List<String> names, String owner, long length)
            throws SQLException {
        Dialect dialect = jdbc.dialect();
        String now = dialect.now();
        String same = "tikit_lease.holder = " + dialect.proposed("holder");
        String free = same + " OR tikit_lease.expires_at <= " + now;
        // In this order each change holds whether the ones before it are seen or not.
        String sql = "INSERT INTO tikit_lease (name, holder, fence, expires_at) VALUES "
                + Session.places(names.size(), "(?, ?, 1, " + now + " + ?)")
                + dialect.onTaken("name")
                + "fence = CASE WHEN " + same + " OR tikit_lease.expires_at > " + now
                + " THEN tikit_lease.fence ELSE tikit_lease.fence + 1 END,"
                + " holder = CASE WHEN " + free + " THEN " + dialect.proposed("holder")
                + " ELSE tikit_lease.holder END,"
                + " expires_at = CASE WHEN " + free + " THEN " + dialect.proposed("expires_at")
                + " ELSE tikit_lease.expires_at END"
                + dialect.onlyIf(free)
                + " RETURNING name, fence, holder";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (String name : names) {
                statement.setString(index++, name);
                statement.setString(index++, owner);
                statement.setLong(index++, length);
            }
            return leases(statement, owner);
        }
    }

    /** Derby reads a small table row by row instead of by its index, so that two at once would lock each other out. */
    private synchronized Map<String, Lease> oneAfterTheOther(List<String> names, String owner, long length) {
        return jdbc.transaction(connection -> updateThenInsert(connection, names, owner, length));
    }

    private Map<String, Lease> updateThenInsert(Connection connection, List<String> names, String owner, long length)
            throws SQLException {
        String now = jdbc.dialect().now();
        String list = Session.places(names.size(), "?");
        try (PreparedStatement update = connection.prepareStatement("UPDATE tikit_lease SET"
                        + " fence = CASE WHEN holder = ? THEN fence ELSE fence + 1 END, holder = ?,"
                        + " expires_at = " + now + " + ? WHERE name IN (" + list + ")"
                        + " AND (holder = ? OR expires_at <= " + now + ")");
                PreparedStatement read = connection.prepareStatement(
                        "SELECT name, fence, holder FROM tikit_lease WHERE name IN (" + list + ")")) {
            update.setString(1, owner);
            update.setString(2, owner);
            update.setLong(3, length);
            bind(update, 4, names);
            update.setString(4 + names.size(), owner);
            int updated = update.executeUpdate();
            bind(read, 1, names);
            Map<String, Lease> held = new HashMap<>();
            Set<String> missing = new TreeSet<>(names);
            if (updated < names.size()) {
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        missing.remove(row.getString(1));
                    }
                }
                insert(connection, missing, owner, length);
            }
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    if (row.getString(3).equals(owner)) {
                        held.put(row.getString(1), new Lease(row.getString(1), owner, row.getLong(2)));
                    }
                }
            }
            return held;
        }
    }

    private void insert(Connection connection, Set<String> names, String owner, long length) throws SQLException {
        if (names.isEmpty()) {
            return;
        }
        // Takes a name that nobody takes meanwhile; who loses the race gets STORAGE_CONFLICT and asks again.
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO tikit_lease"
                + " (name, holder, fence, expires_at) VALUES (?, ?, 1, "
                + jdbc.dialect().now()
                + " + CAST(? AS BIGINT))")) {
            for (String name : names) {
                insert.setString(1, name);
                insert.setString(2, owner);
                insert.setLong(3, length);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Map<String, Lease> leases(PreparedStatement statement, String owner) throws SQLException {
        Map<String, Lease> held = new HashMap<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                if (row.getString(3).equals(owner)) {
                    held.put(row.getString(1), new Lease(row.getString(1), owner, row.getLong(2)));
                }
            }
        }
        return held;
    }

    private static void bind(PreparedStatement statement, int first, List<String> names) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            statement.setString(first + i, names.get(i));
        }
    }

    @Override
    public void release(Collection<Lease> leases) {
        if (leases.isEmpty()) {
            return;
        }
        List<Lease> sorted = new ArrayList<>(leases);
        sorted.sort(java.util.Comparator.comparing(Lease::name));
        jdbc.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "UPDATE tikit_lease SET holder = '', expires_at = 0 WHERE name = ? AND holder = ? AND fence = ?")) {
                for (Lease lease : sorted) {
                    statement.setString(1, lease.name());
                    statement.setString(2, lease.owner());
                    statement.setLong(3, lease.fence());
                    statement.addBatch();
                }
                return statement.executeBatch().length;
            }
        });
        synchronized (known) {
            known.removeAll(sorted);
        }
    }

    /**
     * Checks within a transaction that a lease has not changed hands, and keeps it so until the end of the transaction.
     *
     * @return whether it is still held
     */
    public static boolean holds(Connection connection, Dialect dialect, Lease lease) throws SQLException {
        String sql = "SELECT fence, holder FROM tikit_lease WHERE name = ?" + dialect.forUpdate();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, lease.name());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        && row.getLong(1) == lease.fence()
                        && row.getString(2).equals(lease.owner());
            }
        }
    }
}
