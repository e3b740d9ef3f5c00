package io.tikit.core.routing;

import io.tikit.api.access.Permission;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Agent;
import io.tikit.api.routing.AssignmentCause;
import io.tikit.api.routing.TakeNext;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.access.Access;
import io.tikit.core.access.TicketView;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.ticket.HandRules;
import io.tikit.spi.storage.RoutingRepository;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets agents take what comes next. The team's turn is locked first, as by those who give tickets away, so that of two who
 * take at the same time each sees what the other left.
 */
final class TakeNextHandler implements CommandHandler<TakeNext, Optional<Ticket>> {
    private static final int PAGE = 50;
    /** How far a queue is searched for something that the caller can do. */
    private static final int MOST_PAGES = 20;

    private final Snapshots snapshots;
    private final RuleBooks books;
    private final Subtrees subtrees;
    private final TakeTicketHandler taking;

    @Inject
    TakeNextHandler(Snapshots snapshots, RuleBooks books, Subtrees subtrees, TakeTicketHandler taking) {
        this.snapshots = snapshots;
        this.books = books;
        this.subtrees = subtrees;
        this.taking = taking;
    }

    @Override
    public Class<TakeNext> type() {
        return TakeNext.class;
    }

    @Override
    public void check(TakeNext command, Violations violations) {
        // Whether the caller belongs to the team is seen inside the unit alone.
    }

    @Override
    public Optional<Ticket> handle(TakeNext command, Prepared prepared, Execution execution) {
        Session session = execution.session();
        Access.require(session, Permission.TICKET_TAKE);
        HandRules.requireMember(session, command.team());
        Snapshot snapshot = snapshots.of(execution);
        CompiledSetup setup = Optional.ofNullable(books.teams(snapshot).get(command.team()))
                .orElseGet(() -> CompiledSetup.plain(command.team()));
        Instant now = execution.time().instant();
        execution.unit().routing().lockTurn(command.team());
        return new Search(
                        execution,
                        RuleBook.settings(snapshot),
                        new TeamQueue(
                                execution.unit(),
                                setup,
                                RuleBook.settings(snapshot),
                                now,
                                () -> subtrees.binding(now, snapshot.fields(), execution)),
                        !books.teams(snapshot).isEmpty())
                .next()
                .map(ticket -> TicketView.shown(session, ticket));
    }

    /** One look through the queue. */
    private final class Search {
        private final Execution execution;
        private final RoutingSettings settings;
        private final TeamQueue queue;
        private final UserId me;
        private final Map<String, Integer> skills;
        private final long room;
        private final long load;
        private final long capacity;
        private int full;

        Search(Execution execution, RoutingSettings settings, TeamQueue queue, boolean counts) {
            this.execution = execution;
            this.settings = settings;
            this.queue = queue;
            this.me = execution.session().user().orElseThrow();
            Optional<Agent> agent =
                    execution.unit().routing().findAll(List.of(me)).stream().findFirst();
            this.skills = agent.map(Agent::skills).orElse(Map.of());
            boolean bounded =
                    counts && agent.isPresent() && !Access.may(execution.session(), Permission.CAPACITY_EXCEED);
            this.load = bounded
                    ? TeamQueue.loads(execution.unit(), settings, List.of(me)).getOrDefault(me, 0L)
                    : 0;
            this.capacity = bounded ? agent.get().capacity() : Long.MAX_VALUE;
            this.room = capacity - load;
        }

        /** What the caller put back or let lie comes last, so that the queue has something else than it again and again. */
        Optional<Ticket> next() {
            Optional<RoutingRepository.Waiting> after = Optional.empty();
            Optional<Ticket> last = Optional.empty();
            for (int pages = 0; pages < MOST_PAGES; pages++) {
                List<RoutingRepository.Waiting> page = queue.page(after, PAGE);
                for (Ticket ticket : queue.tickets(page)) {
                    if (suits(ticket)) {
                        if (TeamQueue.wasLeftBy(me, ticket)) {
                            last = last.or(() -> Optional.of(ticket));
                            continue;
                        }
                        Optional<Ticket> taken = take(ticket);
                        if (taken.isPresent()) {
                            return taken;
                        }
                    }
                }
                if (page.size() < PAGE) {
                    break;
                }
                after = Optional.of(page.get(page.size() - 1));
            }
            Optional<Ticket> taken = last.flatMap(this::take);
            if (taken.isEmpty() && full > 0) {
                Violations found = new Violations();
                TeamRouter.full(load, capacity, full, found);
                found.throwIfAny(ErrorCode.INVALID_COMMAND);
            }
            return taken;
        }

        private Optional<Ticket> take(Ticket seen) {
            return execution
                    .unit()
                    .tickets()
                    .lock(seen.id())
                    .filter(queue::waits)
                    .filter(this::suits)
                    .map(ticket -> taking.take(
                            ticket,
                            new HandWriter.Why(AssignmentCause.TAKEN, Optional.empty(), Optional.empty()),
                            execution));
        }

        /** The same rules as for those to whom tickets are given, but that whoever takes one is there. */
        private boolean suits(Ticket ticket) {
            CompiledSetup.Wants wants = queue.wants(ticket);
            if (!AgentChoice.holds(skills, wants.required())
                    || (wants.insists() && !AgentChoice.holds(skills, wants.preferred()))
                    || !HandRules.take(execution.session(), ticket).isEmpty()) {
                return false;
            }
            int weight = settings.weight(ticket.summary().type(), ticket.state());
            if (weight > room && full == 0) {
                full = weight;
            }
            return weight <= room;
        }
    }
}
