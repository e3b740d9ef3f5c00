package io.tikit.api.event;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.ticket.TicketId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a field of a ticket has its value: the event that set it, the event that led to that one, and so on. Each event
 * names who did it, by which way, when, and under which revision of the configuration; the actor of what the engine did
 * is the rule, timer or plugin.
 *
 * @param ticket the ticket
 * @param field the key of the field
 * @param value the value that the last event gave it; empty when it was cleared or never set
 * @param causes the event that set it first, the first cause last; empty when no event ever set it
 * @param complete whether the last of them is the first cause; false when what led to it may not be seen by the caller
 *     or is gone
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Explanation(
        TicketId ticket, String field, Optional<FieldValue> value, List<Event> causes, boolean complete) {
    /** Copies the causes. */
    public Explanation {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(value, "value");
        causes = List.copyOf(causes);
    }

    /** Names the field without its value, so that logs hold no personal data. */
    @Override
    public String toString() {
        return field + " of " + ticket + " because of " + causes;
    }
}
