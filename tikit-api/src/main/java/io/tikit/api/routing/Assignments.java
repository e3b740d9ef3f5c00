package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.TeamId;
import io.tikit.api.ticket.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who has a ticket, by hand: giving, taking, putting back (REQ-TM-009, REQ-TM-013). Where teams have routing, nobody gets
 * more than the agent's capacity, which is counted in the same step; those who hold {@code agents.exceed_capacity} may go
 * beyond it. Each call is a unit of its own and one event, unless said otherwise. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Assignments {
    /** How many tickets are given away in one call at most. */
    int MOST_TOGETHER = 500;

    /**
     * Gives a ticket to somebody. For those who may assign it, and change it if it goes to another team.
     *
     * @param command which ticket, to whom, and why
     * @return the ticket as it is now
     * @throws io.tikit.api.error.NotFoundException with code TICKET_NOT_FOUND if it may not be seen
     * @throws io.tikit.api.error.NotPermittedException if the caller may not do so with this ticket
     * @throws io.tikit.api.error.InvalidException with {@code not_an_agent}, {@code unknown_team}, {@code over_capacity}
     */
    Ticket assign(AssignTicket command);

    /**
     * Gives several tickets to somebody, one after the other, each in a unit of its own, so that one that is refused leaves
     * the others alone.
     *
     * @param commands which tickets, to whom, at most {@link #MOST_TOGETHER}
     * @param goOn is told after each how far it is, on the caller's thread, and answers whether to go on
     * @return what became of each, in the same order; shorter if the caller did not want to go on
     * @throws io.tikit.api.error.InvalidException if there are too many
     * @throws io.tikit.api.error.UnavailableException if the desk cannot be reached any more; those before are done
     */
    List<AssignmentOutcome> assign(List<AssignTicket> commands, Predicate<RoutingProgress> goOn);

    /**
     * Takes a ticket. For those who hold {@code ticket.take}, or {@code ticket.steal} to take it from somebody else.
     *
     * @param command which ticket
     * @return the ticket as it is now
     * @throws io.tikit.api.error.NotFoundException with code TICKET_NOT_FOUND if it may not be seen
     * @throws io.tikit.api.error.NotPermittedException if the caller may not do so with this ticket
     * @throws io.tikit.api.error.InvalidException with {@code taken} if somebody else has it, {@code not_a_member} if it is
     *     with another team, {@code not_open} if it is solved, {@code over_capacity}
     */
    Ticket take(TakeTicket command);

    /**
     * Takes the first ticket in a team's queue that is something for the caller, and one that the caller put back or let lie
     * only if there is no other. The first 1,000 tickets of the queue are looked at. For those who hold {@code ticket.take}.
     *
     * @param team a team of which the caller is a member
     * @return the ticket, or empty if there is none for the caller among those
     * @throws io.tikit.api.error.InvalidException with {@code not_a_member}; with {@code over_capacity} if there is one, but
     *     no room
     */
    Optional<Ticket> takeNext(TeamId team);

    /**
     * Puts a ticket back into the queue. For whoever has it and holds {@code ticket.take}, and for those who may assign it.
     *
     * @param command which ticket
     * @return the ticket as it is now
     * @throws io.tikit.api.error.NotFoundException with code TICKET_NOT_FOUND if it may not be seen
     * @throws io.tikit.api.error.NotPermittedException if the caller may not do so with this ticket
     */
    Ticket release(ReleaseTicket command);
}
