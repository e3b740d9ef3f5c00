package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Person;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.event.Event;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Presence;
import io.tikit.api.routing.SetPresence;
import io.tikit.api.routing.UpdateAgent;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.Await;
import io.tikit.tck.Requirement;
import io.tikit.tck.Together;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several engines give tickets of two teams, which share agents, to those agents while tickets come and go. */
class RoutingStressTest {
    private static final int TICKETS = 40;
    private static final List<Integer> CAPACITIES = List.of(2, 3, 4, 2);

    @TempDir
    Path homes;

    @Test
    @Requirement({"REQ-TM-010", "REQ-TM-012"})
    void threeEnginesOnPostgresNeverOverfillAnybody() throws IOException {
        try (EmbeddedPostgres postgres = PostgresServer.start()) {
            run(
                    "PostgreSQL",
                    3,
                    builder -> builder.setting("jpa.url", postgres.getJdbcUrl("postgres", "postgres"))
                            .setting("jpa.user", "postgres"));
        }
    }

    @Test
    void threeEnginesOnMariaDbNeverOverfillAnybody() throws IOException {
        try (MariaDbServer server = MariaDbServer.start()) {
            run("MariaDB", 3, builder -> builder.setting("jpa.url", server.url()));
        }
    }

    @Test
    void oneEngineOnDerbyNeverOverfillsAnybody() {
        run("Derby", 1, builder -> {});
    }

    private void run(String database, int engines, Consumer<TikitEngine.Builder> storage) {
        List<DeskFixture> nodes = new ArrayList<>();
        try {
            for (int i = 0; i < engines; i++) {
                Path home = homes.resolve(database + i);
                nodes.add(new DeskFixture(builder -> {
                    builder.home(home);
                    storage.accept(builder);
                }));
            }
            play(database, nodes);
        } finally {
            nodes.forEach(DeskFixture::close);
        }
    }

    private static void play(String database, List<DeskFixture> nodes) {
        DeskFixture first = nodes.get(0);
        Map<UserId, Integer> capacities = new LinkedHashMap<>();
        for (int i = 0; i < CAPACITIES.size(); i++) {
            UserId agent = first.admin
                    .people()
                    .createUser(new CreateUser(Person.of("Agent" + i, "agent" + i + "@acme.example"), Role.AGENT))
                    .id();
            capacities.put(agent, CAPACITIES.get(i));
            first.admin.routing().update(UpdateAgent.of(agent, CAPACITIES.get(i)));
            first.admin.routing().present(SetPresence.of(agent, Presence.ONLINE));
        }
        List<UserId> agents = List.copyOf(capacities.keySet());
        List<Team> teams = List.of(
                team(first, "One", "round_robin", agents.subList(0, 3)),
                team(first, "Two", "least_loaded", agents.subList(1, 4)));
        Queue<TicketId> created = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        Together.all(IntStream.range(0, nodes.size())
                .mapToObj(i -> (Callable<Integer>) () -> work(nodes.get(i), i, teams, agents, created))
                .toList());
        Await.until("every ticket has had an agent", () -> {
            nodes.forEach(DeskFixture::settle);
            return agents.stream().mapToInt(agent -> resolve(first, agent, 100)).sum() == 0;
        });
        long millis = (System.nanoTime() - start) / 1_000_000;
        Map<UserId, Integer> most = new HashMap<>();
        Map<UserId, Integer> total = new HashMap<>();
        replay(first, created, capacities, most, total);
        assertThat(total.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(created.size());
        assertThat(created).hasSize(nodes.size() * TICKETS);
        assertThat(total.keySet()).containsExactlyInAnyOrderElementsOf(agents);
        org.slf4j.LoggerFactory.getLogger(RoutingStressTest.class)
                .warn(
                        "{}: {} engines, {} tickets in {} ms; capacity {}, most at once {}, tickets {}",
                        database,
                        nodes.size(),
                        created.size(),
                        millis,
                        capacities.values(),
                        agents.stream().map(most::get).toList(),
                        agents.stream().map(total::get).toList());
    }

    private static Team team(DeskFixture desk, String name, String strategy, List<UserId> members) {
        Team team = desk.admin.people().createTeam(CreateTeam.of(name, members.toArray(UserId[]::new)));
        desk.admin
                .configuration()
                .save(SaveDocument.of(
                        "team-routing",
                        name.toLowerCase(java.util.Locale.ROOT),
                        name,
                        "{\"team\":\"" + team.id() + "\",\"strategy\":\"" + strategy + "\"}"));
        return team;
    }

    private static int work(
            DeskFixture node, int number, List<Team> teams, List<UserId> agents, Queue<TicketId> created) {
        for (int i = 0; i < TICKETS; i++) {
            created.add(node.admin
                    .tickets()
                    .create(CreateTicket.of("Ticket " + i, node.emily.id())
                            .withTeam(teams.get((i + number) % 2).id()))
                    .id());
            resolve(node, agents.get((i + number) % agents.size()), 1);
        }
        return TICKETS;
    }

    private static int resolve(DeskFixture node, UserId agent, int atMost) {
        List<TicketSummary> open = node.admin
                .tickets()
                .list(TicketQuery.where(TicketFields.ASSIGNEE.is(agent).and(TicketFields.STATUS.isOpen()))
                        .size(atMost))
                .items();
        open.forEach(ticket ->
                node.admin.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(Status.RESOLVED))));
        return open.size();
    }

    private record Step(Instant at, UserId agent, int change) {}

    /** Goes once more through all that was recorded, in the order of its time. */
    private static void replay(
            DeskFixture desk,
            Queue<TicketId> tickets,
            Map<UserId, Integer> capacities,
            Map<UserId, Integer> most,
            Map<UserId, Integer> total) {
        List<Step> steps = new ArrayList<>();
        for (TicketId ticket : tickets) {
            List<UserId> held = new ArrayList<>();
            List<Event> events = new ArrayList<>(
                    desk.admin.tickets().history(ticket, PageRequest.first(100)).items());
            events.sort(Comparator.comparing(Event::revision));
            for (Event event : events) {
                event.changes().forEach(change -> {
                    if (change.field().equals(TicketFields.ASSIGNEE.key())) {
                        assertThat(change.before()).isEmpty();
                        UserId agent =
                                new UserId(((FieldValue.Id) change.after().orElseThrow()).value());
                        held.add(agent);
                        total.merge(agent, 1, Integer::sum);
                        steps.add(new Step(event.at(), agent, 1));
                    } else if (change.field().equals(TicketFields.STATE.key())
                            && change.after().equals(java.util.Optional.of(FieldValue.Choice.of(State.RESOLVED)))) {
                        steps.add(new Step(event.at(), held.get(0), -1));
                    }
                });
            }
            assertThat(held).hasSize(1);
        }
        steps.sort(Comparator.comparing(Step::at).thenComparing(Step::change));
        Map<UserId, Integer> load = new HashMap<>();
        for (Step step : steps) {
            int now = load.merge(step.agent(), step.change(), Integer::sum);
            most.merge(step.agent(), now, Math::max);
            assertThat(now).isBetween(0, capacities.get(step.agent()));
        }
    }
}
