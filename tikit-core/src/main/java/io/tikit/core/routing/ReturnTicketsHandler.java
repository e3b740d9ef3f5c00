package io.tikit.core.routing;

import io.tikit.api.Actor;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Agent;
import io.tikit.api.routing.AssignmentCause;
import io.tikit.api.routing.ReturnTickets;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.ticket.TicketEditor;
import io.tikit.spi.storage.TicketListing;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes tickets from those who do not touch them or are not there. Locks tickets by id, then who stands in. */
final class ReturnTicketsHandler implements CommandHandler<ReturnTickets, Integer> {
    /** Few enough that a unit stays short; the rest follows after a pause. */
    private static final int BATCH = 25;

    /** Long enough that a batch after another one does not count as a timer that sets itself off without end. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Snapshots snapshots;
    private final RuleBooks books;
    private final TeamHours hours;
    private final ReturnTimers timers;
    private final TicketEditor editor;

    @Inject
    ReturnTicketsHandler(
            Snapshots snapshots, RuleBooks books, TeamHours hours, ReturnTimers timers, TicketEditor editor) {
        this.snapshots = snapshots;
        this.books = books;
        this.hours = hours;
        this.timers = timers;
        this.editor = editor;
    }

    @Override
    public Class<ReturnTickets> type() {
        return ReturnTickets.class;
    }

    @Override
    public void check(ReturnTickets command, Violations violations) {
        // A team that is not there, or asks for nothing, has nothing to return.
    }

    @Override
    public Integer handle(ReturnTickets command, Prepared prepared, Execution execution) {
        requireEngine(execution.session());
        Snapshot snapshot = snapshots.of(execution);
        Optional<TeamSetup.Returning> returning =
                Optional.ofNullable(books.teams(snapshot).get(command.team())).flatMap(CompiledSetup::returning);
        if (returning.isEmpty()) {
            return 0;
        }
        if (command.ticket().isPresent()) {
            return locked(List.of(command.ticket().get()), command, execution).stream()
                    .mapToInt(ticket -> toQueue(ticket, command.agent(), execution))
                    .sum();
        }
        Crew crew = Crew.read(
                execution.session(),
                execution.unit(),
                Set.of(command.agent()),
                List.of(),
                execution.time().instant(),
                key -> hours.timetable(snapshot, key));
        if (!crew.isGone(command.agent())) {
            return 0;
        }
        Optional<Instant> shift = crew.nextShift(command.agent());
        if (shift.isPresent()) {
            again(
                    command,
                    timers.after(
                            snapshot,
                            command.team(),
                            shift.get(),
                            returning.get().away().orElse(PAUSE)),
                    execution);
            return 0;
        }
        List<TicketId> some = theirs(command, execution);
        List<Ticket> tickets = locked(some.subList(0, Math.min(BATCH, some.size())), command, execution);
        Optional<UserId> other = returning.get().toSubstitute()
                ? crew.standIn(command.agent()).filter(user -> isThere(crew, user))
                : Optional.empty();
        giveAway(tickets, command.agent(), other, RuleBook.settings(snapshot), execution);
        if (some.size() > BATCH) {
            again(command, execution.time().instant().plus(PAUSE), execution);
        }
        return tickets.size();
    }

    private static void again(ReturnTickets command, Instant at, Execution execution) {
        execution.schedule(
                RoutingTimers.NAME,
                RoutingTimers.awayKey(command.team(), command.agent()),
                at,
                Optional.of(command.agent().value()),
                command.team() + " " + command.agent());
    }

    /** Whose tickets these are is not asked, nor whether the caller may see them: it is the engine's own command. */
    private static void requireEngine(Session session) {
        if (!(session.actor() instanceof Actor.Engine)) {
            throw new NotPermittedException(
                    ErrorCode.NOT_PERMITTED,
                    "tickets come back by the engine's own decision; take them from agents with AssignTicket or"
                            + " ReleaseTicket");
        }
    }

    private static boolean isThere(Crew crew, UserId user) {
        return crew.candidates(Optional.empty(), Map.of()).stream()
                .anyMatch(one -> one.user().equals(user) && one.out().isEmpty());
    }

    private static List<TicketId> theirs(ReturnTickets command, Execution execution) {
        return execution
                .unit()
                .tickets()
                .list(new TicketListing(
                        TicketFields.ASSIGNEE
                                .is(command.agent())
                                .and(TicketFields.TEAM.is(command.team()))
                                .and(TicketFields.STATUS.isOpen()),
                        List.of(TicketFields.NUMBER.ascending()),
                        Optional.empty(),
                        BATCH + 1))
                .stream()
                .map(TicketSummary::id)
                .toList();
    }

    private static List<Ticket> locked(List<TicketId> ids, ReturnTickets command, Execution execution) {
        List<Ticket> tickets = new ArrayList<>();
        ids.stream()
                .sorted((a, b) -> AgentChoice.compare(a.value(), b.value()))
                .forEach(id -> execution
                        .unit()
                        .tickets()
                        .lock(id)
                        .filter(ticket -> ticket.state().isOpen()
                                && ticket.assignee().equals(Optional.of(command.agent()))
                                && ticket.team().equals(Optional.of(command.team())))
                        .ifPresent(tickets::add));
        return tickets;
    }

    private void giveAway(
            List<Ticket> tickets, UserId from, Optional<UserId> other, RoutingSettings settings, Execution execution) {
        Optional<Agent> to = other.flatMap(user ->
                execution.unit().routing().lockAll(List.of(user)).stream().findFirst());
        long load = to.map(agent -> TeamQueue.loads(execution.unit(), settings, List.of(agent.user()))
                        .getOrDefault(agent.user(), 0L))
                .orElse(0L);
        for (Ticket ticket : tickets) {
            int weight = settings.weight(ticket.summary().type(), ticket.state());
            if (to.isPresent() && load + weight <= to.get().capacity()) {
                load += weight;
                write(ticket, List.of(new TicketChange.SetAssignee(to.get().user())), execution);
            } else {
                toQueue(ticket, from, execution);
            }
        }
    }

    private int toQueue(Ticket ticket, UserId agent, Execution execution) {
        write(
                ticket,
                List.of(
                        new TicketChange.ClearAssignee(),
                        new TicketChange.SetField(RoutingFields.RETURNED_BY, new FieldValue.Id(agent.value()))),
                execution);
        return 1;
    }

    private void write(Ticket ticket, List<TicketChange> changes, Execution execution) {
        editor.change(
                ticket,
                changes,
                List.of(TeamRouter.fact(RoutingFields.CAUSE, new FieldValue.Text(AssignmentCause.RETURNED.name()))),
                execution);
    }
}
