package io.tikit.core.ticket;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Revision;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.core.access.TicketView;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.condition.TicketFieldCatalog;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Changes tickets, merging with what others changed meanwhile. */
final class UpdateTicketHandler implements TicketCommandHandler<UpdateTicket, Ticket> {
    /** Further back than this many commits, a caller should look at the ticket again. */
    private static final int FURTHEST = 500;

    private final TicketEditor editor;

    @Inject
    UpdateTicketHandler(TicketEditor editor) {
        this.editor = editor;
    }

    @Override
    public Class<UpdateTicket> type() {
        return UpdateTicket.class;
    }

    @Override
    public void check(UpdateTicket command, Violations violations) {
        if (command.changes().isEmpty()) {
            violations.add("changes", "required", "give at least one change");
        }
        TicketChecks.changes(command.changes(), violations);
        TicketChecks.key(command.key(), violations);
    }

    @Override
    public Set<UserId> mentions(UpdateTicket command) {
        return TicketChecks.mentions(command.changes());
    }

    @Override
    public Ticket handle(UpdateTicket command, Prepared prepared, Execution execution) {
        Ticket before = editor.lock(command.id(), execution);
        Ticket after = execution.once(
                command.key(),
                command,
                Optional.of(command.id().value()),
                use -> before,
                () -> change(command, before, execution),
                ticket -> new UUID[] {ticket.id().value(), ticket.id().value()});
        return TicketView.shown(execution.session(), after);
    }

    private Ticket change(UpdateTicket command, Ticket before, Execution execution) {
        Instant at = TicketEditor.at(before, execution);
        TicketDecider.Decision decision = editor.decide(before, command.changes(), at, execution);
        command.expected().ifPresent(expected -> requireMergeable(expected, before, decision, execution));
        if (decision.isEmpty()) {
            return before;
        }
        return editor.write(before, decision, EventTypes.TICKET_UPDATED, null, at, execution);
    }

    /** Different fields merge; the same field, wanted differently, is a conflict that shows both sides. */
    private static void requireMergeable(
            Revision expected, Ticket present, TicketDecider.Decision decision, Execution execution) {
        long behind = present.revision().value() - expected.value();
        if (behind < 0) {
            throw new InvalidException(
                    ErrorCode.INVALID_COMMAND,
                    new Violation(
                            "expected",
                            "from_the_future",
                            "the ticket is at revision " + present.revision() + ", before the expected " + expected,
                            Map.of("present", present.revision().value(), "expected", expected.value())));
        }
        if (behind == 0 || decision.isEmpty()) {
            return;
        }
        if (behind > FURTHEST) {
            throw conflict(expected, present, List.of());
        }
        Set<String> touched = new HashSet<>();
        for (Event event : execution.unit().events().since(present.id().value(), expected.value(), FURTHEST)) {
            event.changes().forEach(change -> touched.add(change.field()));
        }
        // It follows the status, which speaks for it.
        touched.remove(TicketFields.STATE.key());
        List<FieldChange> both = decision.changes().stream()
                .filter(change -> touched.contains(change.field()))
                .toList();
        if (!both.isEmpty()) {
            // What an interceptor adds may be a field that the caller must not read.
            Set<String> hidden = TicketView.hidden(execution.session(), present);
            throw conflict(
                    expected,
                    present,
                    both.stream()
                            .filter(change -> !hidden.contains(change.field()))
                            .map(change -> side(change, present))
                            .toList());
        }
    }

    private static ConflictException.Side side(FieldChange wanted, Ticket present) {
        return new ConflictException.Side(
                wanted.field(), text(wanted.after()), text(TicketFieldCatalog.value(present, wanted.field())));
    }

    private static String text(Optional<FieldValue> value) {
        return value.map(FieldValue::asText).orElse("");
    }

    private static ConflictException conflict(Revision expected, Ticket present, List<ConflictException.Side> sides) {
        return new ConflictException(
                ErrorCode.TICKET_CONFLICT,
                "ticket " + present.id() + " is at revision " + present.revision() + " and not at the expected "
                        + expected + "; others changed "
                        + (sides.isEmpty()
                                ? "much of it"
                                : sides.stream()
                                        .map(ConflictException.Side::field)
                                        .toList())
                        + "; read it again and decide anew",
                sides);
    }
}
