package io.tikit.core.routing;

import io.tikit.api.access.Permission;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.Fact;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.AssignmentReason;
import io.tikit.api.routing.PassedOver;
import io.tikit.api.routing.RouteTeam;
import io.tikit.api.routing.RoutedTeam;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.access.Access;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.ticket.TicketEditor;
import io.tikit.spi.storage.RoutingRepository;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives tickets that wait for an agent to the agents of a team, many in one unit of work. The team's turn is locked first,
 * so that there is one at a time, whatever node; then the tickets, then the agents, each by id, as everybody locks them;
 * what agents have is counted under their locks, so nobody gets more than the capacity (REQ-TM-010, REQ-TM-012).
 */
final class RouteTeamHandler implements CommandHandler<RouteTeam, RoutedTeam> {
    /** Few enough that a unit stays short. */
    private static final int BATCH = 25;

    private static final int PAGE = 100;
    /** How far a queue of tickets is searched for one that somebody can take before the next unit goes on. */
    private static final int MOST_PAGES = 50;

    private static final int MOST_SHOWN = 50;

    private final Snapshots snapshots;
    private final RuleBooks books;
    private final Subtrees subtrees;
    private final TeamHours hours;
    private final TicketEditor editor;

    @Inject
    RouteTeamHandler(Snapshots snapshots, RuleBooks books, Subtrees subtrees, TeamHours hours, TicketEditor editor) {
        this.snapshots = snapshots;
        this.books = books;
        this.subtrees = subtrees;
        this.hours = hours;
        this.editor = editor;
    }

    @Override
    public Class<RouteTeam> type() {
        return RouteTeam.class;
    }

    @Override
    public void check(RouteTeam command, Violations violations) {
        // A team that is not there has no routing.
    }

    @Override
    public RoutedTeam handle(RouteTeam command, Prepared prepared, Execution execution) {
        Access.require(execution.session(), Permission.AGENTS_CHANGE);
        UnitOfWork unit = execution.unit();
        Snapshot snapshot = snapshots.of(execution);
        Optional<CompiledSetup> setup = Optional.ofNullable(
                        books.teams(snapshot).get(command.team()))
                .filter(found -> found.setup().strategy().isAutomatic());
        Optional<Team> team = setup.flatMap(found -> unit.teams().find(command.team()));
        if (team.filter(found -> !found.retired()).isEmpty()) {
            return new RoutedTeam(0, false);
        }
        Optional<UserId> last = unit.routing().lockTurn(command.team());
        Instant now = execution.time().instant();
        RoutingSettings settings = RuleBook.settings(snapshot);
        TeamQueue queue = new TeamQueue(
                unit, setup.get(), settings, now, () -> subtrees.binding(now, snapshot.fields(), execution));
        List<RoutingRepository.Waiting> page = queue.page(Optional.empty(), PAGE);
        if (page.isEmpty()) {
            return new RoutedTeam(0, false);
        }
        Optional<UserId> guest = setup.get().setup().fallback().flatMap(TeamSetup.Fallback::agent);
        Crew crew = Crew.read(
                execution.session(),
                unit,
                team.get().members(),
                guest.stream().toList(),
                now,
                key -> hours.timetable(snapshot, key));
        Turn turn = new Turn(execution, setup.get(), settings, queue, crew, guest, last);
        return turn.take(page);
    }

    /** One turn of a team, in one unit of work. */
    private final class Turn {
        private final Execution execution;
        private final UnitOfWork unit;
        private final CompiledSetup setup;
        private final RoutingSettings settings;
        private final TeamQueue queue;
        private final Crew crew;
        private final Optional<UserId> guest;
        private final Optional<UserId> last;

        Turn(
                Execution execution,
                CompiledSetup setup,
                RoutingSettings settings,
                TeamQueue queue,
                Crew crew,
                Optional<UserId> guest,
                Optional<UserId> last) {
            this.execution = execution;
            this.unit = execution.unit();
            this.setup = setup;
            this.settings = settings;
            this.queue = queue;
            this.crew = crew;
            this.guest = guest;
            this.last = last;
        }

        RoutedTeam take(List<RoutingRepository.Waiting> first) {
            List<AgentChoice.Candidate> before = crew.candidates(guest, loads(crew.candidates(guest, Map.of())));
            List<RoutingRepository.Waiting> page = first;
            Instant now = execution.time().instant();
            Optional<Instant> next = crew.nextChange();
            for (int pages = 0; pages < MOST_PAGES && !page.isEmpty(); pages++) {
                List<Ticket> tickets = queue.tickets(page);
                AgentChoice.Outcome outcome = choose(tickets, before, false);
                if (!outcome.picks().isEmpty() || !outcome.moves().isEmpty()) {
                    int done = settle(outcome);
                    later(earliest(next, tickets, now));
                    return new RoutedTeam(
                            done, outcome.picks().size() + outcome.moves().size() == BATCH || done == 0);
                }
                next = earliest(next, tickets, now);
                page = page.size() < PAGE ? List.of() : queue.page(Optional.of(page.get(page.size() - 1)), PAGE);
            }
            later(next);
            return new RoutedTeam(0, false);
        }

        private AgentChoice.Outcome choose(
                List<Ticket> tickets, List<AgentChoice.Candidate> candidates, boolean previous) {
            List<AgentChoice.Seeker> seekers = tickets.stream()
                    .map(ticket -> queue.seeker(ticket, crew, previous))
                    .toList();
            return AgentChoice.choose(setup.setup().strategy(), seekers, candidates, last, BATCH);
        }

        private Map<UserId, Long> loads(List<AgentChoice.Candidate> candidates) {
            return TeamQueue.loads(
                    unit,
                    settings,
                    candidates.stream()
                            .filter(one -> one.out().isEmpty())
                            .map(AgentChoice.Candidate::user)
                            .toList());
        }

        /** Locks what seems to be possible, decides once more on what is true then, and writes it. */
        private int settle(AgentChoice.Outcome wished) {
            List<TicketId> order = Stream.concat(
                            wished.picks().stream().map(AgentChoice.Pick::ticket), wished.moves().keySet().stream())
                    .toList();
            Map<TicketId, Ticket> locked = new LinkedHashMap<>();
            order.stream()
                    .sorted((a, b) -> AgentChoice.compare(a.value(), b.value()))
                    .forEach(id -> unit.tickets().lock(id).filter(queue::waits).ifPresent(t -> locked.put(id, t)));
            crew.refresh(unit.routing()
                    .lockAll(crew.candidates(guest, Map.of()).stream()
                            .filter(one -> one.out().isEmpty())
                            .map(AgentChoice.Candidate::user)
                            .toList()));
            List<AgentChoice.Candidate> candidates = crew.candidates(guest, loads(crew.candidates(guest, Map.of())));
            AgentChoice.Outcome outcome = choose(
                    order.stream().filter(locked::containsKey).map(locked::get).toList(), candidates, true);
            for (AgentChoice.Pick pick : outcome.picks()) {
                editor.change(
                        Objects.requireNonNull(locked.get(pick.ticket())),
                        List.of(new TicketChange.SetAssignee(pick.agent())),
                        facts(pick.reason(), pick.passedOver()),
                        execution);
            }
            outcome.moves().forEach((id, other) -> move(Objects.requireNonNull(locked.get(id)), other));
            outcome.last()
                    .filter(agent -> !outcome.picks().isEmpty())
                    .ifPresent(agent -> unit.routing().turned(setup.setup().team(), agent));
            return outcome.picks().size() + outcome.moves().size();
        }

        private void move(Ticket ticket, TeamId other) {
            editor.change(
                    ticket,
                    List.of(new TicketChange.SetTeam(other)),
                    facts(AssignmentReason.FALLBACK, Map.of()),
                    execution);
        }

        private List<Fact> facts(AssignmentReason reason, Map<UserId, PassedOver> passed) {
            List<Fact> facts = new ArrayList<>();
            facts.add(TeamRouter.fact(RoutingFields.REASON, new FieldValue.Text(reason.name())));
            facts.add(TeamRouter.fact(RoutingFields.SETUP, new FieldValue.Text(setup.key())));
            if (!passed.isEmpty()) {
                facts.add(TeamRouter.fact(
                        RoutingFields.PASSED_OVER,
                        new FieldValue.Text(passed.entrySet().stream()
                                .limit(MOST_SHOWN)
                                .map(entry ->
                                        entry.getKey() + "=" + entry.getValue().name())
                                .collect(Collectors.joining(" ")))));
            }
            return facts;
        }

        private Optional<Instant> earliest(Optional<Instant> known, List<Ticket> tickets, Instant now) {
            return Stream.concat(
                            known.stream(), tickets.stream().flatMap(ticket -> setup.nextChange(ticket, now).stream()))
                    .min(Instant::compareTo);
        }

        /** Sees to it that there is another turn when the time alone changes something. */
        private void later(Optional<Instant> at) {
            if (at.isEmpty()) {
                return;
            }
            String key = RoutingTimers.key(setup.setup().team());
            Instant now = execution.time().instant();
            boolean known = unit.timers()
                    .find(RoutingTimers.NAME, key)
                    .filter(timer -> timer.at().isAfter(now) && !timer.at().isAfter(at.get()))
                    .isPresent();
            if (!known) {
                execution.schedule(RoutingTimers.NAME, key, at.get(), Optional.empty(), "");
            }
        }
    }
}
