package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Absence;
import io.tikit.api.routing.Agent;
import io.tikit.api.routing.Presence;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.spi.storage.RoutingRepository.Waiting;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a storage keeps of agents, and how it shows the queues of teams.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface RoutingContract extends StorageFixture {
    /** Agents come back as they were written, also when they are changed. */
    @Test
    default void agentsComeBackAsTheyWere() {
        TestTenant tenant = TestTenant.in(storage(), "agents");
        UserId user = tenant.people().get(0);
        Agent first = new Agent(
                user,
                Presence.ONLINE,
                Optional.of(TestTenant.START.plusMillis(1)),
                7,
                Map.of("vpn", 10, "german", 1),
                Optional.of("late"));
        Agent second = new Agent(user, Presence.OFFLINE, Optional.empty(), 0, Map.of(), Optional.empty());
        tenant.write(unit -> unit.routing().save(first));
        assertThat(tenant.<List<Agent>>read(unit -> unit.routing().findAll(tenant.people())))
                .containsExactly(first);
        tenant.write(unit -> {
            assertThat(unit.routing().lockAll(List.of(user))).containsExactly(first);
            unit.routing().save(second);
        });
        assertThat(tenant.<List<Agent>>read(unit -> unit.routing().findAll(List.of(user))))
                .containsExactly(second);
        assertThat(tenant.<List<Agent>>read(unit -> unit.routing().findAll(List.of())))
                .isEmpty();
    }

    /** Agents that one unit has locked are not given to another, which then sees what the first one did. */
    @Test
    default void agentsAreLockedUntilTheUnitEnds() {
        TestTenant tenant = TestTenant.in(storage(), "agents-locked");
        List<UserId> people = tenant.people();
        tenant.write(unit -> people.forEach(user -> unit.routing().save(agent(user, 1))));
        Future<List<Agent>> second;
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            assertThat(unit.routing().lockAll(people)).hasSize(people.size());
            unit.routing().save(agent(people.get(0), 9));
            second = Together.start(() -> {
                try (UnitOfWork other = storage().begin(tenant.id(), UnitMode.OWN)) {
                    return other.routing().lockAll(List.of(people.get(1), people.get(0)));
                }
            });
            assertThat(Together.stillRuns(second)).isTrue();
            unit.commit();
        }
        assertThat(Together.result(second))
                .containsExactlyInAnyOrder(agent(people.get(0), 9), agent(people.get(1), 1))
                .isSortedAccordingTo((a, b) -> compare(a.user(), b.user()));
    }

    private static Agent agent(UserId user, int capacity) {
        return new Agent(user, Presence.AWAY, Optional.empty(), capacity, Map.of(), Optional.empty());
    }

    private static int compare(UserId left, UserId right) {
        int high = Long.compareUnsigned(
                left.value().getMostSignificantBits(), right.value().getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        left.value().getLeastSignificantBits(), right.value().getLeastSignificantBits());
    }

    /** Absences that have not ended are listed in order until they are taken back. */
    @Test
    default void absencesLastUntilTheirEnd() {
        TestTenant tenant = TestTenant.in(storage(), "agents-absent");
        UserId user = tenant.people().get(0);
        UserId other = tenant.people().get(1);
        Instant now = TestTenant.START;
        Absence later =
                new Absence(tenant.data().id(), user, now.plusSeconds(60), now.plusSeconds(90), Optional.of(other));
        Absence lasting =
                new Absence(tenant.data().id(), other, now.minusSeconds(60), now.plusMillis(1), Optional.empty());
        Absence over = new Absence(tenant.data().id(), user, now.minusSeconds(60), now, Optional.empty());
        tenant.write(unit -> List.of(later, lasting, over).forEach(unit.routing()::insert));
        assertThat(tenant.<List<Absence>>read(unit -> unit.routing().absences(tenant.people(), now, 10)))
                .containsExactly(lasting, later);
        assertThat(tenant.<List<Absence>>read(unit -> unit.routing().absences(tenant.people(), now, 1)))
                .containsExactly(lasting);
        assertThat(tenant.<List<Absence>>read(unit -> unit.routing().absences(List.of(user), now, 10)))
                .containsExactly(later);
        tenant.write(unit -> {
            assertThat(unit.routing().remove(other, later.id())).isFalse();
            assertThat(unit.routing().remove(user, later.id())).isTrue();
        });
        assertThat(tenant.<List<Absence>>read(unit -> unit.routing().absences(List.of(user), now, 10)))
                .isEmpty();
    }

    /** The turn of a team is one unit's at a time, and is kept. */
    @Test
    default void turnIsKeptAndTakenOneByOne() {
        TestTenant tenant = TestTenant.in(storage(), "turn");
        TeamId team = tenant.queues().get(0);
        UserId user = tenant.people().get(0);
        tenant.write(unit -> assertThat(unit.routing().lockTurn(team)).isEmpty());
        Future<Optional<UserId>> second;
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            assertThat(unit.routing().lockTurn(team)).isEmpty();
            unit.routing().turned(team, user);
            second = Together.start(() -> {
                try (UnitOfWork other = storage().begin(tenant.id(), UnitMode.OWN)) {
                    return other.routing().lockTurn(team);
                }
            });
            assertThat(Together.stillRuns(second)).isTrue();
            unit.commit();
        }
        assertThat(Together.result(second)).contains(user);
        tenant.write(unit ->
                assertThat(unit.routing().lockTurn(tenant.queues().get(1))).isEmpty());
    }

    /** Open tickets are counted by agent, type and state. */
    @Test
    default void loadsAreOpenTicketsOfAgents() {
        TestTenant tenant = TestTenant.in(storage(), "loads");
        Map<List<Object>, Long> expected = new HashMap<>();
        tenant.write(unit -> {
            for (int i = 0; i < 40; i++) {
                Ticket ticket = tenant.newTicket();
                unit.tickets().insert(ticket);
                TicketSummary summary = ticket.summary();
                if (ticket.state().isOpen()
                        && ticket.assignee().isPresent()
                        && !ticket.assignee().get().equals(tenant.people().get(2))) {
                    expected.merge(List.of(ticket.assignee().get(), summary.type(), summary.state()), 1L, Long::sum);
                }
            }
        });
        Map<List<Object>, Long> counted = new HashMap<>();
        tenant.read(unit -> unit.routing().loads(tenant.people().subList(0, 2)))
                .forEach(load -> counted.put(List.of(load.agent(), load.type(), load.state()), load.count()));
        assertThat(counted).isEqualTo(expected).isNotEmpty();
    }

    /** What waits is listed by age with what its priority is worth, page by page, without anything else. */
    @Test
    default void queueIsInItsOrder() {
        TestTenant tenant = TestTenant.in(storage(), "queue");
        TeamId team = tenant.queues().get(0);
        Duration step = Duration.ofMinutes(10);
        List<Priority> priorities = List.of(Priority.values());
        List<Waiting> expected = new ArrayList<>();
        tenant.write(unit -> {
            for (int i = 0; i < 60; i++) {
                Instant created = TestTenant.START.plus(Duration.ofMinutes(5L * (i * 7 % 13)));
                Priority priority = priorities.get(i % 4);
                boolean open = i % 11 != 0;
                Ticket ticket = waiting(tenant.newTicket(), created, priority, open, i % 9 == 0 ? null : team);
                Ticket given = i % 6 != 0
                        ? ticket
                        : new Ticket(
                                ticket.summary().toBuilder()
                                        .assignee(tenant.people().get(0))
                                        .build(),
                                ticket.fields());
                unit.tickets().insert(given);
                if (open && given.team().isPresent() && given.assignee().isEmpty()) {
                    expected.add(new Waiting(given.id(), priority, created));
                }
            }
        });
        expected.sort((a, b) -> {
            int places = Long.compare(a.place(step), b.place(step));
            return places != 0 ? places : compareTickets(a.ticket(), b.ticket());
        });
        for (int size : new int[] {1_000, 7, 1}) {
            List<Waiting> found = new ArrayList<>();
            Optional<Waiting> after = Optional.empty();
            while (true) {
                Optional<Waiting> from = after;
                List<Waiting> page = tenant.read(unit -> unit.routing().waiting(team, step, from, size));
                found.addAll(page);
                if (page.size() < size) {
                    break;
                }
                after = Optional.of(page.get(page.size() - 1));
            }
            assertThat(found).isEqualTo(expected);
        }
    }

    private static Ticket waiting(
            Ticket ticket, Instant created, Priority priority, boolean open, @Nullable TeamId team) {
        return new Ticket(
                ticket.summary().toBuilder()
                        .times(created, created)
                        .priority(priority)
                        .status(open ? Status.OPEN : Status.RESOLVED, open ? State.OPEN : State.RESOLVED)
                        .resolvedAt(open ? null : created)
                        .team(team)
                        .assignee(null)
                        .build(),
                ticket.fields());
    }

    private static int compareTickets(TicketId left, TicketId right) {
        return compare(new UserId(left.value()), new UserId(right.value()));
    }
}
