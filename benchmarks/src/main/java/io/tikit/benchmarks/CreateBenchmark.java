package io.tikit.benchmarks;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Opening tickets: the engine beside hand-written JDBC, in pairs whose order alternates, so that what else happens on the
 * machine hits both.
 */
final class CreateBenchmark {
    private static final int MOST_WARM_UPS = 8;
    private static final double STILL_GROWING = 1.05;

    private CreateBenchmark() {}

    /** How to measure. */
    record Plan(int threads, Duration window, int pairs, boolean paused) {
        static Plan of(Arguments given) {
            int seconds = given.number("seconds", 10, 1, 3600);
            return new Plan(
                    given.number("threads", 8, 1, 256),
                    Duration.ofSeconds(seconds),
                    given.number("pairs", 5, 1, 1000),
                    given.has("paused"));
        }
    }

    /** What both sides did. */
    private static final class Pairs {
        final List<Load.Window> engine = new ArrayList<>();
        final List<Load.Window> raw = new ArrayList<>();
        final List<Double> ratios = new ArrayList<>();

        void add(Load.Window engineWindow, Load.Window rawWindow) {
            engine.add(engineWindow);
            raw.add(rawWindow);
            ratios.add(engineWindow.rate() / rawWindow.rate());
        }

        static double rate(List<Load.Window> windows) {
            return Times.median(windows.stream().map(Load.Window::rate).toList());
        }

        static String latencies(List<Load.Window> windows) {
            Times times =
                    Times.together(windows.stream().map(Load.Window::times).toList());
            return String.format(
                    Locale.ROOT,
                    "p50=%.2fms p95=%.2fms p99=%.2fms cpu=%.0fus",
                    times.millis(0.50),
                    times.millis(0.95),
                    times.millis(0.99),
                    Times.median(windows.stream().map(Load.Window::cpuMicros).toList()));
        }
    }

    static void run(Plan plan, Store store, PrintStream out) throws Exception {
        progress("counting what one ticket costs");
        int tickets = (int) Math.min(500, 100 * plan.window().toSeconds());
        Footprint engine = Footprint.ofEngine(store.place("count-tikit"), tickets);
        Footprint raw = Footprint.ofRaw(store.place("count-raw"), tickets);
        Pairs on = measure(plan, store, false);
        out.println(line("create", store, plan, on, engine));
        Pairs paused = plan.paused() ? measure(plan, store, true) : null;
        if (paused != null) {
            out.println(line("create-paused", store, plan, paused, engine));
        }
        out.println(latencies("create", on));
        if (paused != null) {
            out.println(latencies("create-paused", paused));
        }
        out.println(String.format(
                Locale.ROOT,
                "per ticket: tikit %s, %.0f bytes in values; raw %s, %.0f bytes in values",
                engine,
                engine.content(),
                raw,
                raw.content()));
        out.println("rows are counted in the tables, round trips where the caller waits for the database, bytes in the"
                + " database's log; all while delivery is paused. cpu is processor time of the JVM for one ticket and all that"
                + " follows");
    }

    private static Pairs measure(Plan plan, Store store, boolean paused) throws Exception {
        Pairs pairs = new Pairs();
        String suffix = paused ? "-paused" : "";
        progress("warming up" + (paused ? " with delivery paused" : ""));
        try (Load load = new Load(plan.threads());
                EngineSide engine =
                        EngineSide.start(store.place("tikit" + suffix).engine(plan.threads() + 4), paused);
                RawSide raw = RawSide.start(store.place("raw" + suffix), plan.threads(), paused)) {
            warmUp(load, engine, raw, plan.window());
            for (int pair = 0; pair < plan.pairs(); pair++) {
                Load.Window first = load.run(pair % 2 == 0 ? engine : raw, plan.window());
                Load.Window second = load.run(pair % 2 == 0 ? raw : engine, plan.window());
                pairs.add(pair % 2 == 0 ? first : second, pair % 2 == 0 ? second : first);
                progress(String.format(
                        Locale.ROOT,
                        "pair %d of %d: tikit %.0f/s, raw %.0f/s",
                        pair + 1,
                        plan.pairs(),
                        pairs.engine.get(pair).rate(),
                        pairs.raw.get(pair).rate()));
            }
        }
        return pairs;
    }

    /** Both sides in turns, until the compiler is done with what runs most: no side gets faster any more. */
    private static void warmUp(Load load, Side engine, Side raw, Duration window) throws Exception {
        double[] before = {0, 0};
        for (int round = 0; round < MOST_WARM_UPS; round++) {
            double[] now = {
                load.run(engine, window).rate(), load.run(raw, window).rate()
            };
            if (now[0] < before[0] * STILL_GROWING && now[1] < before[1] * STILL_GROWING) {
                return;
            }
            before = now;
        }
    }

    private static String line(String name, Store store, Plan plan, Pairs pairs, Footprint engine) {
        List<Double> ratios = pairs.ratios;
        return String.format(
                Locale.ROOT,
                "%s store=%s threads=%d tikit=%.0f/s raw=%.0f/s ratio=%.2f (min %.2f max %.2f of %d pairs) %s",
                name,
                store.name(),
                plan.threads(),
                Pairs.rate(pairs.engine),
                Pairs.rate(pairs.raw),
                Times.median(ratios),
                ratios.stream().mapToDouble(Double::doubleValue).min().orElse(0),
                ratios.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                ratios.size(),
                engine);
    }

    private static String latencies(String name, Pairs pairs) {
        return name + ", one ticket: tikit " + Pairs.latencies(pairs.engine) + "; raw " + Pairs.latencies(pairs.raw);
    }

    private static void progress(String text) {
        System.err.println(text);
    }
}
