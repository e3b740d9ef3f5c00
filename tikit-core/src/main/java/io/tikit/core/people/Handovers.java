package io.tikit.core.people;

import io.tikit.api.Desk;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.InvalidException;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.people.UserState;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.core.outbox.ConsumerSource;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Hands over the open tickets of those who left, some in each unit. Whoever begins again after a crash finds those that
 * are left; if somebody was taken back meanwhile, they keep theirs.
 */
@Singleton
final class Handovers implements ConsumerSource, WorkConsumer {
    static final String TEAM = "handover.team";
    static final String ASSIGNEE = "handover.assignee";
    private static final int TOGETHER = 50;

    @Inject
    Handovers() {}

    @Override
    public List<WorkConsumer> consumers() {
        return List.of(this);
    }

    @Override
    public String name() {
        return "people.handover";
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(EventTypes.USER_DEACTIVATED);
    }

    @Override
    public void handle(Work work) {
        UserId left = new UserId(work.event().subject());
        Desk desk = work.desk();
        TicketQuery theirs = TicketQuery.where(TicketFields.ASSIGNEE.is(left).and(TicketFields.STATUS.isOpen()))
                .orderBy(TicketFields.NUMBER.ascending())
                .size(TOGETHER);
        while (desk.people()
                .user(left)
                .filter(user -> user.state() == UserState.DEACTIVATED)
                .isPresent()) {
            List<TicketSummary> some = desk.tickets().list(theirs).items();
            if (some.isEmpty()) {
                return;
            }
            try {
                desk.together(commands(work.event(), some, successors(work.event()), ""));
            } catch (InvalidException e) {
                // Those who were to take over have left or retired as well; nobody keeps the tickets of somebody gone.
                desk.together(commands(work.event(), some, List.of(new TicketChange.ClearAssignee()), "/nobody"));
            }
        }
    }

    private List<UpdateTicket> commands(
            Event event, List<TicketSummary> tickets, List<TicketChange> changes, String variant) {
        return tickets.stream()
                .map(ticket -> new UpdateTicket(
                        ticket.id(),
                        Optional.empty(),
                        changes,
                        Optional.of(IdempotencyKey.of(name(), event.id() + "/" + ticket.id() + variant))))
                .toList();
    }

    private static List<TicketChange> successors(Event event) {
        List<TicketChange> changes = new ArrayList<>();
        changes.add(named(event, ASSIGNEE)
                .map(id -> (TicketChange) new TicketChange.SetAssignee(new UserId(id)))
                .orElseGet(TicketChange.ClearAssignee::new));
        named(event, TEAM).map(id -> new TicketChange.SetTeam(new TeamId(id))).ifPresent(changes::add);
        return changes;
    }

    private static Optional<UUID> named(Event event, String field) {
        return event.changes().stream()
                .filter(change -> change.field().equals(field))
                .flatMap(change -> change.after().stream())
                .map(value -> ((FieldValue.Id) value).value())
                .findFirst();
    }
}
