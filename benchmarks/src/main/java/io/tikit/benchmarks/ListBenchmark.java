package io.tikit.benchmarks;

import static io.tikit.api.ticket.TicketFields.CREATED;
import static io.tikit.api.ticket.TicketFields.PRIORITY;
import static io.tikit.api.ticket.TicketFields.STATUS;
import static io.tikit.api.ticket.TicketFields.TEAM;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Tikit;
import io.tikit.api.page.Page;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.core.TikitEngine;
import io.tikit.jpa.JpaPlugin;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/**
 * Reading a page of a team's open queue, most urgent and oldest first: the engine beside the same statement in
 * hand-written JDBC on the same connections, in rounds whose order alternates.
 */
final class ListBenchmark {
    private static final int SIZE = 50;
    private static final int LAST_PAGE = 100;
    private static final int WARM_UP = 2_000;
    private static final int READS = 200;

    private ListBenchmark() {}

    /** An engine without an index on the given connections. */
    static Tikit engine(Store.Place place, DataSource source) {
        return TikitEngine.builder()
                .home(place.home())
                .dataSource(source)
                .discoverPlugins(false)
                .plugin(new JpaPlugin())
                .build();
    }

    static void run(Store store, int tickets, int rounds, PrintStream out) throws Exception {
        Store.Place place = store.place("list");
        try (var pool = place.pool(8)) {
            progress("filling");
            QueueFill fill = QueueFill.fill(place, pool, tickets);
            if (store.name().equals("postgresql")) {
                // What its own cleaner would do a minute later.
                execute(pool, "VACUUM ANALYZE tikit_ticket");
            }
            WatchedConnections watched = new WatchedConnections(pool);
            List<RawPage> raw = new ArrayList<>();
            int last = LAST_PAGE;
            try (Tikit tikit = engine(place, watched.source())) {
                Desk desk = tikit.as(Caller.of(fill.tenant(), fill.agent()));
                last = Math.min(LAST_PAGE, pages(desk, fill));
                for (int number : List.of(1, last)) {
                    TicketQuery query = query(desk, fill, number);
                    desk.tickets().list(query);
                    watched.watch();
                    desk.tickets().list(query);
                    watched.stop();
                    raw.add(RawPage.learn(watched.said(), SIZE));
                }
            }
            try (Tikit tikit = engine(place, pool)) {
                Desk desk = tikit.as(Caller.of(fill.tenant(), fill.agent()));
                measure(store, tickets, rounds, desk, query(desk, fill, 1), 1, raw.get(0), pool, out);
                measure(store, tickets, rounds, desk, query(desk, fill, last), last, raw.get(1), pool, out);
            }
        }
    }

    /** How many pages the queue has, up to the one wanted. */
    private static int pages(Desk desk, QueueFill fill) {
        TicketQuery query = query(fill);
        for (int number = 1; ; number++) {
            Page<TicketSummary> page = desk.tickets().list(query);
            if (page.next().isEmpty() || number == LAST_PAGE) {
                return number;
            }
            query = query.after(page.next().get());
        }
    }

    private static TicketQuery query(QueueFill fill) {
        return TicketQuery.where(TEAM.is(fill.team()).and(STATUS.isOpen()))
                .orderBy(PRIORITY.descending(), CREATED.ascending())
                .size(SIZE);
    }

    /** The query of a page, with the cursor that the page before it gave. */
    private static TicketQuery query(Desk desk, QueueFill fill, int number) {
        TicketQuery query = query(fill);
        for (int i = 1; i < number; i++) {
            query = query.after(desk.tickets().list(query).next().orElseThrow());
        }
        return query;
    }

    private static void measure(
            Store store,
            int tickets,
            int rounds,
            Desk desk,
            TicketQuery query,
            int number,
            RawPage raw,
            DataSource source,
            PrintStream out)
            throws Exception {
        Callable<List<TicketSummary>> engineRead =
                () -> desk.tickets().list(query).items();
        Callable<List<TicketSummary>> rawRead = () -> raw.read(source);
        if (!engineRead.call().equals(rawRead.call())) {
            throw new IllegalStateException("the two sides read different tickets");
        }
        progress("reading page " + number);
        int warmUp = Math.min(WARM_UP, READS * rounds);
        times(engineRead, warmUp);
        times(rawRead, warmUp);
        List<Times> engineTimes = new ArrayList<>();
        List<Times> rawTimes = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            boolean engineFirst = round % 2 == 0;
            Times first = times(engineFirst ? engineRead : rawRead, READS);
            Times second = times(engineFirst ? rawRead : engineRead, READS);
            engineTimes.add(engineFirst ? first : second);
            rawTimes.add(engineFirst ? second : first);
            ratios.add(engineTimes.get(round).millis(0.5) / rawTimes.get(round).millis(0.5));
        }
        Times engine = Times.together(engineTimes);
        Times beside = Times.together(rawTimes);
        out.println(String.format(
                Locale.ROOT,
                "list store=%s tickets=%d page=%d tikit p50=%.3fms p95=%.3fms raw p50=%.3fms p95=%.3fms"
                        + " ratio=%.2f (min %.2f max %.2f of %d rounds)",
                store.name(),
                tickets,
                number,
                engine.millis(0.5),
                engine.millis(0.95),
                beside.millis(0.5),
                beside.millis(0.95),
                Times.median(ratios),
                ratios.stream().mapToDouble(Double::doubleValue).min().orElse(0),
                ratios.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                rounds));
    }

    /** How long each of many reads took. */
    private static Times times(Callable<List<TicketSummary>> read, int count) throws Exception {
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            long before = System.nanoTime();
            List<TicketSummary> page = read.call();
            nanos[i] = System.nanoTime() - before;
            if (page.isEmpty()) {
                throw new IllegalStateException("the page is empty");
            }
        }
        return Times.of(List.of(nanos));
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void progress(String text) {
        System.err.println(text);
    }
}
