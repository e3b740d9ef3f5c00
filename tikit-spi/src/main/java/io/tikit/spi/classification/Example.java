package io.tikit.spi.classification;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.TicketId;
import java.util.Map;
import java.util.Objects;

/**
 * A ticket to learn from.
 *
 * @param ticket which one; an example takes the place of the earlier one of the same ticket
 * @param text what the requester wrote
 * @param values by field key the value that people left standing: names of constants, keys, or ids in their usual form;
 *     an empty one says that people left the field empty on purpose. Of a field that is not in it nothing is learned
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Example(TicketId ticket, TicketText text, Map<String, String> values) {
    /** Copies the values. */
    public Example {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(text, "text");
        values = Map.copyOf(values);
    }
}
