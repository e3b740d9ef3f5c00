package io.tikit.benchmarks;

import io.tikit.api.Caller;
import io.tikit.api.Command;
import io.tikit.api.Desk;
import io.tikit.api.Tikit;
import io.tikit.api.page.PageRequest;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.api.timer.ScheduleTimer;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.timer.DueTimer;
import io.tikit.spi.timer.TimerHandler;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Timers of many tickets that are due in the same minute, each of which changes its ticket, done by several engines with
 * one database. How late one is, is measured from its instant until after the commit.
 */
final class TimersBenchmark {
    private static final int THREADS = 8;
    private static final String WARM = "warm-";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private TimersBenchmark() {}

    /** How to measure. */
    record Plan(int timers, int seconds, int engines) {
        static Plan of(Arguments given) {
            return new Plan(
                    given.number("timers", 10_000, 10, 1_000_000),
                    given.number("seconds", 60, 1, 3_600),
                    given.number("engines", 2, 1, 8));
        }
    }

    /** One engine's handler, and the executor that sees when its commits are through. */
    private static final class Node implements TikitPlugin, TimerHandler, Executor {
        private final Map<Thread, Instant> due = new ConcurrentHashMap<>();
        private final ConcurrentLinkedQueue<Long> late = new ConcurrentLinkedQueue<>();
        private final InstantSource clock;
        private final ExecutorService threads;

        Node(InstantSource clock, ExecutorService threads) {
            this.clock = clock;
            this.threads = threads;
        }

        @Override
        public PluginDescriptor descriptor() {
            return PluginDescriptor.of("bench-timers", "1");
        }

        @Override
        public void contribute(Contributions to, PluginContext context) {
            to.add(ExtensionPoint.TIMER_HANDLER, name(), this);
        }

        @Override
        public String name() {
            return "bench";
        }

        @Override
        public List<Command<?>> due(DueTimer timer) {
            due.put(Thread.currentThread(), timer.timer().at());
            TicketId ticket = new TicketId(timer.timer().subject().orElseThrow());
            Priority priority = timer.timer().key().startsWith(WARM) ? Priority.LOW : Priority.HIGH;
            return List.of(UpdateTicket.of(ticket, new TicketChange.SetPriority(priority)));
        }

        @Override
        public void execute(Runnable task) {
            threads.execute(() -> {
                task.run();
                Instant at = due.remove(Thread.currentThread());
                if (at != null) {
                    late.add(Duration.between(at, clock.instant()).toNanos());
                }
            });
        }
    }

    static void run(Plan plan, Store store, PrintStream out) throws Exception {
        InstantSource clock = InstantSource.system();
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Node> nodes = new ArrayList<>();
        List<Tikit> engines = new ArrayList<>();
        Store.Place place = store.place("timers");
        try {
            for (int i = 0; i < plan.engines(); i++) {
                Node node = new Node(clock, threads);
                nodes.add(node);
                // Each with a home of its own, as nodes have.
                engines.add(place.engine(THREADS + 4)
                        .home(Files.createDirectories(place.home().resolve("node-" + i)))
                        .plugin(node)
                        .executor(node)
                        .build());
            }
            measure(plan, store, engines, nodes, clock, out);
        } finally {
            engines.forEach(Tikit::close);
            threads.shutdownNow();
        }
    }

    private static void measure(
            Plan plan, Store store, List<Tikit> engines, List<Node> nodes, InstantSource clock, PrintStream out)
            throws Exception {
        Tikit first = engines.get(0);
        DeskData data = DeskData.create(first);
        Desk desk = first.as(Caller.of(data.tenant(), DeskData.ADMIN));
        System.err.println("opening " + plan.timers() + " tickets");
        List<TicketId> tickets = together(
                plan.timers(),
                i -> desk.tickets()
                        .create(CreateTicket.of("Timer " + i, data.customer(i)))
                        .id());
        // A few that nobody counts, until the compiler is done with what runs most.
        int warm = Math.min(1_000, plan.timers() / 4);
        System.err.println("warming up with " + warm);
        Instant now = clock.instant();
        together(
                warm,
                i -> desk.timers()
                        .schedule(ScheduleTimer.of("bench", WARM + i, now).on(tickets.get(i))));
        finish(engines);
        nodes.forEach(node -> node.late.clear());
        Instant begin = clock.instant().plusSeconds(20 + plan.timers() / 1_000);
        double step = plan.seconds() * 1_000.0 / plan.timers();
        System.err.println("scheduling");
        together(
                plan.timers(),
                i -> desk.timers()
                        .schedule(ScheduleTimer.of("bench", "k" + i, begin.plusMillis((long) (i * step)))
                                .on(tickets.get(i))));
        if (clock.instant().isAfter(begin)) {
            throw new IllegalStateException("scheduling took longer than planned; take fewer timers");
        }
        System.err.println("waiting for them");
        finish(engines);
        // Each ticket was opened, perhaps changed to warm up, and changed once.
        long twice =
                together(
                                plan.timers(),
                                i -> desk.tickets()
                                                .get(tickets.get(i))
                                                .revision()
                                                .value()
                                        - (i < warm ? 3 : 2))
                        .stream()
                        .filter(off -> off > 0)
                        .count();
        report(plan, store, first, data, nodes, twice, out);
    }

    private static void report(
            Plan plan, Store store, Tikit first, DeskData data, List<Node> nodes, long twice, PrintStream out) {
        List<Long> all = new ArrayList<>();
        nodes.forEach(node -> all.addAll(node.late));
        Times times = Times.of(List.of(all.stream().mapToLong(Long::longValue).toArray()));
        int dead = first.operations()
                .deadLetters(data.tenant(), PageRequest.first(500))
                .items()
                .size();
        out.println(String.format(
                Locale.ROOT,
                "timers store=%s timers=%d seconds=%d engines=%d late p50=%.0fms p95=%.0fms p99=%.0fms max=%.0fms"
                        + " done=%d twice=%d dead=%d by engine %s",
                store.name(),
                plan.timers(),
                plan.seconds(),
                plan.engines(),
                times.millis(0.50),
                times.millis(0.95),
                times.millis(0.99),
                times.millis(1),
                times.count(),
                twice,
                dead,
                nodes.stream().map(node -> node.late.size()).toList()));
    }

    private static void finish(List<Tikit> engines) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (engines.get(0).operations().nextTimer().isPresent()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("timers were not done within " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        engines.forEach(engine -> engine.operations().awaitDelivery(PATIENCE));
    }

    private interface Numbered<T> {
        T at(int number);
    }

    private static <T> List<T> together(int count, Numbered<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                running.add(threads.submit(() -> task.at(number)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(10, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
