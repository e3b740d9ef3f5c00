package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.link.LinkKind;
import io.tikit.api.link.TicketLink;
import io.tikit.api.ticket.TicketId;
import java.util.List;
import java.util.Set;

/**
 * Links between tickets of the unit's tenant. There is at most one link of a kind from one ticket to another. Which links
 * make sense is the engine's to decide; it locks both tickets before it writes one.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface LinkRepository {
    /**
     * Reads the links of a ticket, from it and to it, the oldest first; of the same age by kind and ids.
     *
     * @param ticket which ticket
     * @param limit how many at most
     * @return the links
     */
    List<TicketLink> of(TicketId ticket, int limit);

    /**
     * Reads one step along links of a kind.
     *
     * @param kind which links
     * @param from the tickets to begin from, at most a thousand
     * @return the tickets to which a link of the kind leads from one of them
     */
    Set<TicketId> targets(LinkKind kind, Set<TicketId> from);

    /**
     * Reads open tickets that are linked to a ticket.
     *
     * @param kind which links
     * @param to the ticket to which they lead
     * @param limit how many at most
     * @return the tickets from which they lead and whose state is an open one, in the order of their ids
     */
    List<TicketId> openSources(LinkKind kind, TicketId to, int limit);

    /**
     * Writes a link.
     *
     * @param link a link that is not there; both tickets are, or were written before by this unit
     */
    void insert(TicketLink link);

    /**
     * Takes a link away.
     *
     * @param from the first ticket
     * @param kind which link
     * @param to the second ticket
     * @return whether it was there
     */
    boolean delete(TicketId from, LinkKind kind, TicketId to);
}
