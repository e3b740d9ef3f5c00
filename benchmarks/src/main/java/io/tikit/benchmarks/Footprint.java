package io.tikit.benchmarks;

import java.sql.Connection;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * What one ticket costs, apart from time. Counted in a pass of its own with delivery paused, so that nothing else writes.
 *
 * @param rows rows in all tables
 * @param content bytes of the values in these rows
 * @param roundTrips statements and commits that the caller waited for
 * @param logBytes what the database wrote to its log
 */
record Footprint(double rows, double content, double roundTrips, double logBytes) {
    private static final int WARM_UP = 20;
    private static final int CONNECTIONS = 8;

    static Footprint ofEngine(Store.Place place, int tickets) throws Exception {
        try (var pool = place.pool(CONNECTIONS)) {
            WatchedConnections watched = new WatchedConnections(pool);
            try (EngineSide engine = EngineSide.start(
                    io.tikit.core.TikitEngine.builder().home(place.home()).dataSource(watched.source()), true)) {
                return measure(place, pool, watched, engine, tickets);
            }
        }
    }

    static Footprint ofRaw(Store.Place place, int tickets) throws Exception {
        RawDesk desk = RawDesk.prepare(place);
        try (var pool = place.pool(CONNECTIONS)) {
            WatchedConnections watched = new WatchedConnections(pool);
            return measure(place, pool, watched, RawSide.watched(desk, watched.source()), tickets);
        }
    }

    private static Footprint measure(
            Store.Place place, DataSource plain, WatchedConnections watched, Side side, int tickets) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            side.create(i);
        }
        Tables.Content before = content(plain);
        long log = place.logBytes(plain);
        watched.watch();
        for (int i = 0; i < tickets; i++) {
            side.create(WARM_UP + i);
        }
        double roundTrips = watched.stop();
        double logged = place.logBytes(plain) - log;
        Tables.Content written = content(plain).minus(before);
        return new Footprint(
                (double) written.rows() / tickets,
                (double) written.bytes() / tickets,
                roundTrips / tickets,
                logged / tickets);
    }

    private static Tables.Content content(DataSource source) throws Exception {
        try (Connection connection = source.getConnection()) {
            return Tables.content(connection);
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "rows=%s roundtrips=%s bytes=%.0f", number(rows), number(roundTrips), logBytes);
    }

    /** Without digits after the point when there is nothing to tell. */
    private static String number(double value) {
        return Math.abs(value - Math.rint(value)) < 0.005
                ? String.valueOf(Math.round(value))
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
