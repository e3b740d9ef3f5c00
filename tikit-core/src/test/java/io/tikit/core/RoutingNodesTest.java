package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Person;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Presence;
import io.tikit.api.routing.SetPresence;
import io.tikit.api.routing.UpdateAgent;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.tck.Await;
import io.tikit.tck.Requirement;
import io.tikit.tck.Together;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several engines on one database share queues. */
class RoutingNodesTest {
    private static final int TICKETS = 30;
    private static final int CAPACITY = 8;

    @Test
    @Requirement("REQ-TM-009")
    void nobodyTakesWhatSomebodyElseTakesAtTheSameTime() throws IOException {
        try (EmbeddedPostgres postgres = PostgresServer.start();
                DeskFixture first = node(postgres);
                DeskFixture second = node(postgres)) {
            List<DeskFixture> nodes = List.of(first, second);
            List<User> agents = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                User agent = first.admin
                        .people()
                        .createUser(new CreateUser(Person.of("Agent" + i, "agent" + i + "@acme.example"), Role.AGENT));
                first.admin.routing().update(UpdateAgent.of(agent.id(), CAPACITY));
                agents.add(agent);
            }
            Team team = first.admin
                    .people()
                    .createTeam(CreateTeam.of(
                            "Network", agents.stream().map(User::id).toArray(UserId[]::new)));
            first.admin
                    .configuration()
                    .save(SaveDocument.of(
                            "team-routing",
                            "network",
                            "Network",
                            "{\"team\":\"" + team.id() + "\",\"strategy\":\"manual\"}"));
            Set<TicketId> created = new HashSet<>();
            for (int i = 0; i < TICKETS; i++) {
                created.add(first.admin
                        .tickets()
                        .create(CreateTicket.of("Ticket " + i, first.emily.id()).withTeam(team.id()))
                        .id());
            }
            List<List<TicketId>> taken = Together.all(IntStream.range(0, agents.size())
                    .<Callable<List<TicketId>>>mapToObj(i -> () -> all(nodes.get(i % 2), agents.get(i), team))
                    .toList());
            List<TicketId> all = taken.stream().flatMap(List::stream).toList();
            assertThat(all).doesNotHaveDuplicates().hasSize(TICKETS).containsAll(created);
            assertThat(taken).allSatisfy(one -> assertThat(one).hasSizeLessThanOrEqualTo(CAPACITY));
            for (int i = 0; i < agents.size(); i++) {
                for (TicketId ticket : taken.get(i)) {
                    assertThat(second.admin.tickets().get(ticket).assignee())
                            .contains(agents.get(i).id());
                }
            }
        }
    }

    /** How soon is told by the events. */
    @Test
    @Requirement("REQ-TM-010")
    void ticketsGetAnAgentSoonAndThoseThatANodeLeftFromAnother() throws IOException {
        try (EmbeddedPostgres postgres = PostgresServer.start();
                DeskFixture second = node(postgres)) {
            List<UserId> agents = new ArrayList<>();
            List<TicketId> left = new ArrayList<>();
            TeamId team;
            try (DeskFixture first = node(postgres)) {
                for (int i = 0; i < 3; i++) {
                    UserId agent = first.admin
                            .people()
                            .createUser(
                                    new CreateUser(Person.of("Agent" + i, "agent" + i + "@acme.example"), Role.AGENT))
                            .id();
                    first.admin.routing().update(UpdateAgent.of(agent, 1_000));
                    first.admin.routing().present(SetPresence.of(agent, Presence.ONLINE));
                    agents.add(agent);
                }
                team = first.admin
                        .people()
                        .createTeam(CreateTeam.of("Network", agents.toArray(UserId[]::new)))
                        .id();
                first.admin
                        .configuration()
                        .save(SaveDocument.of(
                                "team-routing",
                                "network",
                                "Network",
                                "{\"team\":\"" + team + "\",\"strategy\":\"round_robin\"}"));
                List<TicketId> quick = create(first, team, 40);
                List<Long> waits =
                        quick.stream().map(id -> waited(first, id)).sorted().toList();
                org.slf4j.LoggerFactory.getLogger(RoutingNodesTest.class)
                        .warn("from create to assigned: p50 {} ms, p99 {} ms", waits.get(20), waits.get(39));
                assertThat(waits.get(20)).as("normally within a second").isLessThan(1_000);
                first.tikit.operations().pauseDelivery();
                second.tikit.operations().pauseDelivery();
                left.addAll(create(first, team, 9));
            }
            assertThat(left)
                    .allSatisfy(id -> assertThat(second.admin.tickets().get(id).assignee())
                            .isEmpty());
            second.tikit.operations().resumeDelivery();
            Await.until(
                    "the other node gives away what is left",
                    () -> left.stream()
                            .allMatch(id ->
                                    second.admin.tickets().get(id).assignee().isPresent()));
            assertThat(left.stream()
                            .map(id -> second.admin.tickets().get(id).assignee().orElseThrow())
                            .collect(Collectors.groupingBy(agent -> agent, Collectors.counting()))
                            .values())
                    .as("in turn, as if nothing had happened")
                    .containsExactly(3L, 3L, 3L);
        }
    }

    private static List<TicketId> create(DeskFixture node, TeamId team, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> node.admin
                        .tickets()
                        .create(CreateTicket.of("Ticket " + i, node.emily.id()).withTeam(team))
                        .id())
                .toList();
    }

    private static long waited(DeskFixture node, TicketId id) {
        Await.until(
                "ticket has an agent",
                () -> node.admin.tickets().get(id).assignee().isPresent());
        return node.admin.routing().history(id).intervals().stream()
                .filter(interval -> interval.agent().isPresent())
                .findFirst()
                .map(interval -> Duration.between(
                                node.admin.tickets().get(id).summary().createdAt(), interval.from())
                        .toMillis())
                .orElseThrow();
    }

    /** Takes until there is nothing left, or no room. */
    private static List<TicketId> all(DeskFixture node, User agent, Team team) {
        List<TicketId> taken = new ArrayList<>();
        while (taken.size() < CAPACITY) {
            Optional<Ticket> next = node.as(agent).routing().assignments().takeNext(team.id());
            if (next.isEmpty()) {
                break;
            }
            taken.add(next.get().id());
        }
        return taken;
    }

    private static DeskFixture node(EmbeddedPostgres postgres) {
        return new DeskFixture(builder -> builder.setting("jpa.url", postgres.getJdbcUrl("postgres", "postgres"))
                .setting("jpa.user", "postgres"));
    }
}
