package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.category.CategoryId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Tickets of the unit's tenant.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TicketRepository {
    /**
     * Reads a ticket and locks its row until the unit ends, waiting for others.
     *
     * @param id which ticket
     * @return the ticket as committed last, or empty
     * @throws io.tikit.api.error.ConflictException with code STORAGE_CONFLICT if the lock was not to be had in time
     */
    Optional<Ticket> lock(TicketId id);

    /**
     * Reads a ticket.
     *
     * @param id which ticket
     * @return the ticket, or empty
     */
    Optional<Ticket> find(TicketId id);

    /**
     * Finds a ticket by number.
     *
     * @param serial the number without its prefix
     * @return the ticket, or empty
     */
    Optional<Ticket> findByNumber(long serial);

    /**
     * Reads several tickets in one statement.
     *
     * @param ids at most 500
     * @return those that exist, in any order
     */
    List<Ticket> findAll(Collection<TicketId> ids);

    /**
     * Lists tickets in one statement, or in several of bounded size where the database cannot decide a part of the
     * condition by itself. What needs more than the columns of a ticket is refused and never answered.
     *
     * @param listing which, in which order, from where
     * @return at most as many as the listing's limit, in order
     * @throws IllegalArgumentException if the condition is not bound, or speaks of custom fields, words, changes, the
     *     history or the host
     */
    List<TicketSummary> list(TicketListing listing);

    /**
     * Walks all tickets of the tenant in the order of their ids.
     *
     * @param after the last one of the page before
     * @param limit how many at most
     * @return the tickets
     */
    List<Ticket> scan(Optional<TicketId> after, int limit);

    /**
     * Writes a new ticket.
     *
     * @param ticket the ticket, at its first revision
     */
    void insert(Ticket ticket);

    /**
     * Writes a changed ticket.
     *
     * @param before the ticket as {@link #lock} gave it in this unit, or as written since
     * @param after the ticket as it is to be
     */
    void update(Ticket before, Ticket after);

    /**
     * Lists open tickets of a category, not of those below it, in the order of their ids.
     *
     * @param category which category
     * @param limit how many at most
     * @return their ids
     */
    List<TicketId> openIn(CategoryId category, int limit);
}
