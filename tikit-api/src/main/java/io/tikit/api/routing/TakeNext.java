package io.tikit.api.routing;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.TeamId;
import io.tikit.api.ticket.Ticket;
import java.util.Objects;
import java.util.Optional;

/**
 * The caller takes the first ticket in the queue of a team of the caller's, in the order in which it would be routed, for
 * which the caller has the skills and room; one that the caller put back or let lie only if there is no other. The result is
 * empty if there is none among the first 1,000 of the queue: what waits behind so many that the caller cannot take is not
 * looked at. Of two who do so at the same time, each
 * gets a ticket of one's own.
 *
 * @param team which team
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record TakeNext(TeamId team) implements Command<Optional<Ticket>> {
    /** Checks that nothing is null. */
    public TakeNext {
        Objects.requireNonNull(team, "team");
    }
}
