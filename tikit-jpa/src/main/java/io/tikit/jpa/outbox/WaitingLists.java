package io.tikit.jpa.outbox;

import io.tikit.jpa.database.Jdbc;
import io.tikit.jpa.tenant.TenantTable;
import io.tikit.spi.storage.WorkItem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What waits in a Derby database, in memory, fed after each commit. The tables are looked through when the storage opens,
 * when a lease is newly held, and every few seconds, for another storage object may use the same database; even then no
 * row is waited for that a unit of our own has not committed yet.
 */
public final class WaitingLists implements Waiting {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final String WORK_COLUMNS = "id, tenant, consumer, subject, event, revision, happened_at, attempts";

    private final Jdbc jdbc;
    private final WorkRows rows;
    private final WorkLists work = new WorkLists();
    private final ChangeList changes = new ChangeList();
    /** Ids of what units are about to commit: to wait for their rows would be to wait for the unit. */
    private final Set<UUID> announced = ConcurrentHashMap.newKeySet();

    private final Set<TimerKey> timers = ConcurrentHashMap.newKeySet();
    /** The key of a row of work. */
    private record Key(String consumer, long happened, long revision, UUID id) {}

    private final AtomicBoolean lookNow = new AtomicBoolean();
    private long lookedAt;

    public WaitingLists(Jdbc jdbc, TenantTable tenants) {
        this.jdbc = jdbc;
        this.rows = new WorkRows(jdbc, tenants);
    }

    @Override
    public void announced(WorkItem item) {
        announced.add(item.id());
    }

    @Override
    public void announced(Change change) {
        announced.add(change.id());
        changes.announce(change);
    }

    @Override
    public void announced(TimerKey timer) {
        timers.add(timer);
    }

    /** Whether a unit that has not ended writes or removes a timer, so that its row may be locked for long. */
    public boolean isChanging(TimerKey timer) {
        return timers.contains(timer);
    }

    @Override
    public void committed(Leaving unit) {
        unit.work().forEach(work::add);
        unit.changes().forEach(changes::commit);
        forget(unit);
    }

    @Override
    public void rolledBack(Leaving unit) {
        changes.remove(unit.changes());
        forget(unit);
    }

    @Override
    public void unknown(Leaving unit) {
        changes.remove(unit.changes());
        forget(unit);
        lookSoon();
    }

    private void forget(Leaving unit) {
        unit.work().forEach(item -> announced.remove(item.id()));
        unit.changes().forEach(change -> announced.remove(change.id()));
        unit.timers().forEach(timers::remove);
    }

    /** Looks through the tables when the lists are used next. */
    public void lookSoon() {
        lookNow.set(true);
    }

    WorkLists work() {
        return work;
    }

    ChangeList changes() {
        return changes;
    }

    /** Looks through the tables if it is time. */
    synchronized void refresh() {
        long now = System.nanoTime();
        if (lookNow.getAndSet(false) || now - lookedAt > LOOK_EVERY.toNanos()) {
            boolean done = false;
            try {
                look();
                done = true;
            } finally {
                if (!done) {
                    lookSoon();
                }
            }
            lookedAt = now;
        }
    }

    /** Looks through the tables. */
    public synchronized void look() {
        Set<UUID> knownWork = work.ids();
        Set<UUID> knownChanges = changes.ids();
        jdbc.statement(connection -> {
            work.synchronise(findWork(connection, knownWork), knownWork);
            Set<UUID> there = ids(connection);
            changes.synchronise(newChanges(connection, there, knownChanges), there, knownChanges);
            return true;
        });
        lookedAt = System.nanoTime();
    }

    /** The ids of changes that are there or about to be; waits for nobody. */
    private Set<UUID> ids(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT id FROM tikit_change WITH UR");
                ResultSet row = statement.executeQuery()) {
            Set<UUID> ids = new HashSet<>();
            while (row.next()) {
                ids.add(jdbc.dialect().id(row, 1));
            }
            return ids;
        }
    }

    private WorkLists.Found findWork(Connection connection, Set<UUID> known) throws SQLException {
        // Retries and deaths by others matter as well, and work rows are few: all of them are read, but not waited for.
        Map<WorkItem, Instant> retries = new HashMap<>();
        try (PreparedStatement all =
                        connection.prepareStatement("SELECT " + WORK_COLUMNS + ", retry_at FROM tikit_work WITH UR");
                ResultSet row = all.executeQuery()) {
            Set<Key> doubtful = new HashSet<>();
            while (row.next()) {
                UUID id = jdbc.dialect().id(row, 1);
                if (known.contains(id)) {
                    retries.put(rows.item(row), Instant.ofEpochMilli(row.getLong(9)));
                } else if (!announced.contains(id)) {
                    doubtful.add(new Key(row.getString(3), row.getLong(7), row.getLong(6), id));
                }
            }
            confirm(connection, doubtful, retries);
        }
        List<WorkItem> dead = new ArrayList<>();
        try (PreparedStatement all = connection.prepareStatement("SELECT " + WORK_COLUMNS + " FROM tikit_dead_letter");
                ResultSet row = all.executeQuery()) {
            while (row.next()) {
                dead.add(rows.item(row));
            }
        }
        return new WorkLists.Found(retries, dead);
    }

    private void confirm(Connection connection, Set<Key> doubtful, Map<WorkItem, Instant> into) throws SQLException {
        if (doubtful.isEmpty()) {
            return;
        }
        try (PreparedStatement one =
                connection.prepareStatement("SELECT " + WORK_COLUMNS + ", retry_at FROM tikit_work" + WorkRows.KEY)) {
            for (Key key : doubtful) {
                one.setString(1, key.consumer());
                one.setLong(2, key.happened());
                one.setLong(3, key.revision());
                jdbc.dialect().setId(one, 4, key.id());
                try (ResultSet row = one.executeQuery()) {
                    if (row.next()) {
                        into.put(rows.item(row), Instant.ofEpochMilli(row.getLong(9)));
                    }
                }
            }
        }
    }

    private List<Waiting.Change> newChanges(Connection connection, Set<UUID> there, Set<UUID> known)
            throws SQLException {
        List<Waiting.Change> found = new ArrayList<>();
        try (PreparedStatement one =
                connection.prepareStatement("SELECT tenant, refs FROM tikit_change WHERE id = ?")) {
            for (UUID id : there) {
                if (known.contains(id) || announced.contains(id)) {
                    continue;
                }
                jdbc.dialect().setId(one, 1, id);
                try (ResultSet row = one.executeQuery()) {
                    if (row.next()) {
                        found.add(new Waiting.Change(id, row.getInt(1), row.getBytes(2)));
                    }
                }
            }
        }
        return found;
    }
}
