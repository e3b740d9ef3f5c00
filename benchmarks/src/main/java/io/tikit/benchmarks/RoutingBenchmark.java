package io.tikit.benchmarks;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.Tikit;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Presence;
import io.tikit.api.routing.SetPresence;
import io.tikit.api.routing.UpdateAgent;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Tickets that arrive at a steady rate at teams whose agents the engine chooses. How long a ticket waits for its agent is
 * measured from the moment its create returns until a consumer, which is told after the commit, has heard who has it.
 */
final class RoutingBenchmark implements TikitPlugin, WorkConsumer {
    private static final List<String> STRATEGIES = List.of("round_robin", "least_loaded");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private final Map<TicketId, Long> assigned = new ConcurrentHashMap<>();
    private final Map<UserId, Integer> given = new ConcurrentHashMap<>();

    /** How to measure. */
    record Plan(int tickets, int rate, int agents, int engines) {
        static Plan of(Arguments given) {
            return new Plan(
                    given.number("tickets", 6_000, 10, 1_000_000),
                    given.number("rate", 100, 1, 10_000),
                    given.number("agents", 20, 2, 500),
                    given.number("engines", 2, 1, 8));
        }
    }

    @Override
    public PluginDescriptor descriptor() {
        return PluginDescriptor.of("bench-routing", "1");
    }

    @Override
    public void contribute(Contributions to, PluginContext context) {
        to.add(ExtensionPoint.WORK_CONSUMER, "bench-routing", this);
    }

    @Override
    public String name() {
        return "bench-routing";
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(EventTypes.TICKET_UPDATED);
    }

    @Override
    public void handle(Work work) {
        for (FieldChange change : work.event().changes()) {
            if (change.field().equals(TicketFields.ASSIGNEE.key())
                    && change.after().orElse(null) instanceof FieldValue.Id agent
                    && assigned.putIfAbsent(new TicketId(work.event().subject()), System.nanoTime()) == null) {
                given.merge(new UserId(agent.value()), 1, Integer::sum);
            }
        }
    }

    static void run(Plan plan, Store store, PrintStream out) throws Exception {
        RoutingBenchmark heard = new RoutingBenchmark();
        List<Tikit> engines = new ArrayList<>();
        Store.Place place = store.place("routing");
        try {
            for (int i = 0; i < plan.engines(); i++) {
                engines.add(place.engine(12)
                        .home(Files.createDirectories(place.home().resolve("node-" + i)))
                        .plugin(heard)
                        .build());
            }
            heard.measure(plan, store, engines, out);
        } finally {
            engines.forEach(Tikit::close);
        }
    }

    private void measure(Plan plan, Store store, List<Tikit> engines, PrintStream out) {
        Tikit first = engines.get(0);
        DeskData data = DeskData.create(first);
        Desk admin = first.as(Caller.of(data.tenant(), DeskData.ADMIN));
        List<Team> teams = teams(plan, admin);
        List<Desk> desks = engines.stream()
                .map(engine -> engine.as(Caller.of(data.tenant(), DeskData.ADMIN)))
                .toList();
        System.err.println("warming up");
        arrive(Math.min(500, plan.tickets()), plan.rate() * 2, desks, teams, data);
        finish(engines);
        given.clear();
        System.err.println(plan.tickets() + " tickets, " + plan.rate() + " a second");
        Map<TicketId, Long> created = arrive(plan.tickets(), plan.rate(), desks, teams, data);
        finish(engines);
        long[] waited = created.entrySet().stream()
                .flatMapToLong(ticket -> Optional.ofNullable(assigned.get(ticket.getKey())).stream()
                        .mapToLong(at -> at - ticket.getValue()))
                .toArray();
        Times times = Times.of(List.of(waited));
        out.println(String.format(
                Locale.ROOT,
                "routing store=%s tickets=%d rate=%d/s agents=%d engines=%d waited p50=%.0fms p95=%.0fms p99=%.0fms"
                        + " max=%.0fms assigned=%d per agent %d to %d",
                store.name(),
                plan.tickets(),
                plan.rate(),
                plan.agents(),
                plan.engines(),
                times.millis(0.50),
                times.millis(0.95),
                times.millis(0.99),
                times.millis(1),
                times.count(),
                given.values().stream().mapToInt(Integer::intValue).min().orElse(0),
                given.values().stream().mapToInt(Integer::intValue).max().orElse(0)));
    }

    /** Two teams of all agents, each of whom has room for everything. */
    private static List<Team> teams(Plan plan, Desk admin) {
        List<UserId> agents = new ArrayList<>();
        for (int i = 0; i < plan.agents(); i++) {
            Person person = Person.of("Agent " + i, "agent" + i + "@bench.example");
            UserId agent = admin.people()
                    .createUser(new CreateUser(person, Role.AGENT))
                    .id();
            admin.routing().update(UpdateAgent.of(agent, 1_000));
            admin.routing().present(SetPresence.of(agent, Presence.ONLINE));
            agents.add(agent);
        }
        List<Team> teams = new ArrayList<>();
        for (String strategy : STRATEGIES) {
            Team team = admin.people().createTeam(CreateTeam.of("Team " + strategy, agents.toArray(UserId[]::new)));
            String body = "{\"team\": \"%s\", \"strategy\": \"%s\"}".formatted(team.id(), strategy);
            admin.configuration()
                    .save(SaveDocument.of("team-routing", strategy.replace('_', '-'), "Team " + strategy, body));
            teams.add(team);
        }
        return teams;
    }

    /** When each create had returned; one that is late does not put off those behind it. */
    private static Map<TicketId, Long> arrive(
            int tickets, int rate, List<Desk> desks, List<Team> teams, DeskData data) {
        Map<TicketId, Long> created = new ConcurrentHashMap<>();
        long start = System.nanoTime();
        for (int i = 0; i < tickets; i++) {
            LockSupport.parkNanos(start + i * 1_000_000_000L / rate - System.nanoTime());
            TicketId ticket = desks.get(i % desks.size())
                    .tickets()
                    .create(CreateTicket.of("Ticket " + i, data.customer(i))
                            .withTeam(teams.get(i % teams.size()).id()))
                    .id();
            created.put(ticket, System.nanoTime());
        }
        return created;
    }

    private static void finish(List<Tikit> engines) {
        // What routing does is an event, of which the consumer is told in turn.
        for (int i = 0; i < 2; i++) {
            engines.forEach(engine -> engine.operations().awaitDelivery(PATIENCE));
        }
    }
}
