package io.tikit.core.routing;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.outbox.ChoosyConsumer;
import io.tikit.core.outbox.ConsumerSource;
import io.tikit.core.pipeline.Reader;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** After a commit: gives a turn to every team in which a ticket may wait, or an agent may have got room. */
final class RoutingWork implements ChoosyConsumer, ConsumerSource {
    private static final int MOST_TURNS = 100;
    private static final Set<String> MOVING =
            Set.of(TicketFields.TEAM.key(), TicketFields.ASSIGNEE.key(), TicketFields.STATE.key());

    private final Snapshots snapshots;
    private final RuleBooks books;
    private final Reader reader;

    @Inject
    RoutingWork(Snapshots snapshots, RuleBooks books, Reader reader) {
        this.snapshots = snapshots;
        this.books = books;
        this.reader = reader;
    }

    @Override
    public List<WorkConsumer> consumers() {
        return List.of(this);
    }

    @Override
    public String name() {
        return RoutingTimers.NAME;
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(
                EventTypes.TICKET_CREATED,
                EventTypes.TICKET_UPDATED,
                EventTypes.TICKET_REPLIED,
                EventTypes.TICKET_NOTED,
                EventTypes.AGENT_UPDATED);
    }

    /** Decided from memory; desks whose teams have no routing have no work of it. */
    @Override
    public boolean wants(Event event, UnitOfWork unit) {
        Snapshot snapshot = snapshots.of(unit, true);
        if (books.teams(snapshot).isEmpty()) {
            return false;
        }
        if (event.type().equals(EventTypes.TICKET_CREATED)) {
            return has(event, TicketFields.TEAM.key()) && !has(event, TicketFields.ASSIGNEE.key());
        }
        return event.type().equals(EventTypes.AGENT_UPDATED)
                || (event.changes().stream().anyMatch(change -> MOVING.contains(change.field()))
                        && !isGivenToSomebody(event));
    }

    private static boolean has(Event event, String field) {
        return RoutingPast.change(event, field).isPresent();
    }

    /** That somebody got a ticket nobody had frees nobody. */
    private static boolean isGivenToSomebody(Event event) {
        return event.changes().size() == 1
                && event.changes().get(0).field().equals(TicketFields.ASSIGNEE.key())
                && event.changes().get(0).before().isEmpty();
    }

    @Override
    public void handle(Work work) {
        for (TeamId team : concerned(work.event())) {
            boolean more = true;
            for (int turn = 0; turn < MOST_TURNS && more; turn++) {
                more = work.desk().routing().route(team).more();
            }
        }
    }

    private Set<TeamId> concerned(Event event) {
        return reader.read(event.tenant(), unit -> {
            Set<TeamId> teams = new LinkedHashSet<>();
            if (event.type().equals(EventTypes.AGENT_UPDATED)) {
                teams.addAll(unit.teams().ofMember(new UserId(event.subject())));
            } else {
                Optional<Ticket> ticket = event.ticket().flatMap(unit.tickets()::find);
                ticket.filter(found ->
                                found.assignee().isEmpty() && found.state().isOpen())
                        .flatMap(Ticket::team)
                        .ifPresent(teams::add);
                freed(event, ticket)
                        .ifPresent(agent -> teams.addAll(unit.teams().ofMember(agent)));
            }
            teams.retainAll(books.teams(snapshots.of(unit, false)).keySet());
            return teams;
        });
    }

    /** Who has less to do since the event. */
    private static Optional<UserId> freed(Event event, Optional<Ticket> ticket) {
        Optional<FieldChange> given = RoutingPast.change(event, TicketFields.ASSIGNEE.key());
        if (given.isPresent()) {
            return given.get().before().flatMap(RoutingWork::user);
        }
        return RoutingPast.change(event, TicketFields.STATE.key()).isPresent()
                ? ticket.flatMap(Ticket::assignee)
                : Optional.empty();
    }

    private static Optional<UserId> user(FieldValue value) {
        return value instanceof FieldValue.Id id ? Optional.of(new UserId(id.value())) : Optional.empty();
    }
}
