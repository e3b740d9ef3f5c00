package io.tikit.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the engine writes with the least code: one transaction per ticket, one prepared statement per table, rows of
 * one table in a batch.
 */
final class RawSide implements Side {
    private final RawDesk desk;
    private final DataSource source;
    private final AutoCloseable pool;
    private final @Nullable RawEffects effects;
    private final List<List<RowShape>> tables = new ArrayList<>();
    private final AtomicLong serial = new AtomicLong(1_000_000);

    private RawSide(RawDesk desk, DataSource source, AutoCloseable pool, @Nullable RawEffects effects) {
        this.desk = desk;
        this.source = source;
        this.pool = pool;
        this.effects = effects;
        for (RowShape row : desk.rows()) {
            if (tables.isEmpty()
                    || !tables.get(tables.size() - 1).get(0).insert().equals(row.insert())) {
                tables.add(new ArrayList<>());
            }
            tables.get(tables.size() - 1).add(row);
        }
    }

    /** Starts on a place prepared by an engine; without effects nothing follows a commit. */
    static RawSide start(Store.Place place, int threads, boolean paused) throws Exception {
        RawDesk desk = RawDesk.prepare(place);
        var pool = place.pool(threads + 4);
        return new RawSide(desk, pool, pool, paused ? null : RawEffects.start(desk, pool, place.home()));
    }

    /** Starts without effects on connections that somebody watches. */
    static RawSide watched(RawDesk desk, DataSource source) {
        return new RawSide(desk, source, () -> {}, null);
    }

    @Override
    public String name() {
        return "raw";
    }

    @Override
    public void create(long number) throws SQLException {
        Draft draft = desk.draft(number, serial.incrementAndGet());
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (List<RowShape> rows : tables) {
                try (PreparedStatement statement =
                        connection.prepareStatement(rows.get(0).insert())) {
                    if (rows.size() == 1) {
                        rows.get(0).bind(statement, draft);
                        statement.executeUpdate();
                    } else {
                        for (RowShape row : rows) {
                            row.bind(statement, draft);
                            statement.addBatch();
                        }
                        statement.executeBatch();
                    }
                }
            }
            connection.commit();
        }
        if (effects != null) {
            effects.add(draft);
        }
    }

    @Override
    public void finish() throws InterruptedException {
        if (effects != null) {
            effects.finish();
        }
    }

    @Override
    public void close() {
        try {
            if (effects != null) {
                effects.end();
            }
            pool.close();
        } catch (Exception e) {
            throw new IllegalStateException("the raw side did not end cleanly", e);
        }
    }
}
