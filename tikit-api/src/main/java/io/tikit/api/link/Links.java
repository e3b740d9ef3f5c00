package io.tikit.api.link;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.TicketId;
import java.util.List;

/**
 * Links between tickets (REQ-CC-014, depth of 4.1). Commands need {@link io.tikit.api.access.Permission#TICKET_LINK} on
 * both tickets and are on record in the histories of both, for those who may read notes there. They are durable when they
 * return, or commit with the host's transaction. Safe for use by several threads.
 *
 * <p>What a link does is set up by the document {@code link-policy/desk}: whether a parent waits for its open children
 * before it is resolved, and which tickets follow when another one is resolved or closed.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Links {
    /** How many links a ticket has at most, in both directions together. */
    int MOST_PER_TICKET = 200;

    /** How far links of one kind may lead on from a ticket when another link is made that leads to it. */
    int DEEPEST = 20;

    /**
     * Links two tickets.
     *
     * @param command which, and how
     * @return the link, as it is or has been
     * @throws io.tikit.api.error.NotFoundException if one of the tickets is not there for this caller
     * @throws io.tikit.api.error.NotPermittedException if the caller may not link one of them
     * @throws io.tikit.api.error.InvalidException if both are one ticket, if the first has another link of a kind of which it
     *     has one, if the links would lead in a circle or further than {@link #DEEPEST}, or if there are too many
     */
    TicketLink link(LinkTickets command);

    /**
     * Takes a link away.
     *
     * @param command which
     * @return whether there was one
     * @throws io.tikit.api.error.NotFoundException if one of the tickets is not there for this caller
     * @throws io.tikit.api.error.NotPermittedException if the caller may not link one of them
     */
    boolean unlink(UnlinkTickets command);

    /**
     * Reads the links of a ticket in both directions, the oldest first; those to tickets that the caller may not see are
     * left out. Two statements.
     *
     * @param ticket which ticket
     * @return at most {@link #MOST_PER_TICKET} links
     * @throws io.tikit.api.error.NotFoundException if there is no such ticket for this caller
     */
    List<TicketLink> of(TicketId ticket);
}
