package io.tikit.api.form;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a step of a migration came to.
 *
 * @param read how many tickets were looked at
 * @param moved how many values were moved, or would be
 * @param kept tickets whose other field has a value already
 * @param refused what speaks against the values of tickets that cannot be moved
 * @param next where the next step goes on; empty if this was the last one
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record FieldMigration(
        int read, int moved, List<TicketId> kept, Map<TicketId, List<Violation>> refused, Optional<TicketId> next) {
    /** Copies the collections. */
    public FieldMigration {
        kept = List.copyOf(kept);
        refused = Map.copyOf(refused);
        Objects.requireNonNull(next, "next");
    }
}
