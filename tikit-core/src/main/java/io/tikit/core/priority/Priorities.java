package io.tikit.core.priority;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.Fact;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Execution;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What follows for the priority of a ticket that is made or changed, where the desk has a matrix. */
public final class Priorities {
    /**
     * The custom field that says that somebody chose the priority, and why. While a ticket has it the matrix is silent;
     * without it the matrix speaks again.
     */
    static final String OVERRIDE = "priority_override";

    private static final FieldValue BY_HAND = new FieldValue.Text("by hand");
    private static final String SOURCE = "priority";

    private final Snapshots snapshots;

    @Inject
    Priorities(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * What follows.
     *
     * @param changes what changes as well
     * @param facts why, to be kept with the event
     */
    public record Following(List<TicketChange> changes, List<Fact> facts) {
        static final Following NOTHING = new Following(List.of(), List.of());
    }

    /**
     * Follows changes of a ticket.
     *
     * @param before the ticket as it was; empty for a new one
     * @param after the ticket with all changes
     * @param given the changes that the caller wants
     * @param all these and those that interceptors added
     */
    public Following following(
            Optional<Ticket> before,
            Ticket after,
            List<TicketChange> given,
            List<TicketChange> all,
            Execution execution) {
        if (all.stream().noneMatch(Priorities::concerns)) {
            return Following.NOTHING;
        }
        return snapshots
                .of(execution)
                .used(PriorityMatrix.DOCUMENT, PriorityMatrix.class)
                .map(used -> decide(used, before, after, given, all))
                .orElse(Following.NOTHING);
    }

    private static boolean concerns(TicketChange change) {
        return change instanceof TicketChange.SetPriority
                || change instanceof TicketChange.SetField
                || change instanceof TicketChange.ClearField;
    }

    /** Pure: the same matrix, ticket and changes give the same answer. */
    static Following decide(
            Snapshot.Used<PriorityMatrix> used,
            Optional<Ticket> before,
            Ticket after,
            List<TicketChange> given,
            List<TicketChange> all) {
        PriorityMatrix matrix = used.value();
        Optional<Priority> cell = matrix.of(after);
        boolean overridden = after.field(OVERRIDE).isPresent();
        if (isChosen(before, given)) {
            // A form that always sends a priority with a new ticket chooses only where the matrix has another answer.
            boolean chosen = before.isPresent() || cell.isPresent();
            return chosen && !overridden
                    ? new Following(List.of(new TicketChange.SetField(OVERRIDE, BY_HAND)), List.of())
                    : Following.NOTHING;
        }
        Set<String> speaking = Set.of(matrix.urgency(), matrix.impact(), OVERRIDE);
        boolean asked = all.stream().anyMatch(change -> speaking.contains(custom(change)));
        if (overridden || !asked || cell.isEmpty()) {
            return Following.NOTHING;
        }
        return new Following(
                List.of(new TicketChange.SetPriority(cell.get())),
                List.of(
                        fact("matrix.version", new FieldValue.Whole(used.version())),
                        by(matrix.urgency(), after),
                        by(matrix.impact(), after)));
    }

    /** Whether the caller wants a priority; forms that send what is there already choose nothing. */
    private static boolean isChosen(Optional<Ticket> before, List<TicketChange> given) {
        return given.stream()
                .anyMatch(change -> change instanceof TicketChange.SetPriority set
                        && before.filter(ticket -> ticket.priority() == set.value())
                                .isEmpty());
    }

    /** Named after the field, so that whoever may not read the field does not read the fact. */
    private static Fact by(String field, Ticket ticket) {
        return fact(
                "by." + TicketFields.CUSTOM_PREFIX + field, ticket.field(field).orElseThrow());
    }

    private static String custom(TicketChange change) {
        if (change instanceof TicketChange.SetField set) {
            return set.key();
        }
        return change instanceof TicketChange.ClearField clear ? clear.key() : "";
    }

    private static Fact fact(String name, FieldValue value) {
        return new Fact(SOURCE, name, Optional.of(value));
    }
}
