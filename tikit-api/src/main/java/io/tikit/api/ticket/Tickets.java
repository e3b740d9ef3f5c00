package io.tikit.api.ticket;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.Event;
import io.tikit.api.event.Explanation;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.workflow.TicketMetrics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tickets, as the desk's caller may see and change them. Commands are durable when they return, or commit with the
 * host's transaction when there is one. Reads come from storage and see the caller's own writes. A ticket that the
 * caller may not see is not found. Safe for use by several threads.
 *
 * <p>Every method throws {@link io.tikit.api.error.UnavailableException} when the engine is closed or storage is down.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Tickets {
    /**
     * What the caller may do to a ticket now, and what speaks against the rest: reply, note, each field that the caller may
     * read, each other status. The same rules decide that commands are held to; a value that is refused, or a change by
     * which the ticket would go where the caller may not make it, shows only when it is tried.
     *
     * @param id which ticket
     * @return the actions, permitted or not, always in the same order
     * @throws io.tikit.api.error.NotFoundException if there is no such ticket for the caller
     */
    List<TicketAction> actionsFor(TicketId id);

    /**
     * Opens a ticket.
     *
     * @param command what to open
     * @return the ticket as written
     * @throws io.tikit.api.error.InvalidException with all violations
     * @throws io.tikit.api.error.NotPermittedException if the caller may not open it
     * @throws io.tikit.api.error.ConflictException if the key was used for another kind of command
     */
    Ticket create(CreateTicket command);

    /**
     * Changes a ticket.
     *
     * @param command what to change
     * @return the ticket as written
     * @throws io.tikit.api.error.NotFoundException if there is no such ticket for this caller
     * @throws io.tikit.api.error.InvalidException with all violations
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change one of these fields
     * @throws io.tikit.api.error.ConflictException if others changed the same fields since the expected revision
     */
    Ticket update(UpdateTicket command);

    /**
     * Reads a ticket.
     *
     * @param id which ticket
     * @return the ticket
     * @throws io.tikit.api.error.NotFoundException if there is no such ticket for this caller
     */
    Ticket get(TicketId id);

    /**
     * Reads a ticket if it is there.
     *
     * @param id which ticket
     * @return the ticket, or empty if there is none for this caller
     */
    Optional<Ticket> find(TicketId id);

    /**
     * Finds a ticket by what people call it (REQ-SF-005).
     *
     * @param number such as {@code TIK-12345}, in any case, with or without the prefix
     * @return the ticket, or empty if there is none for this caller or the text is not a number
     */
    Optional<Ticket> findByNumber(String number);

    /**
     * Lists tickets by an anchored condition. One statement.
     *
     * @param query which, in which order, how many
     * @return one page
     * @throws io.tikit.api.error.InvalidException if the query has no anchor, an unknown field or a foreign cursor
     */
    Page<TicketSummary> list(TicketQuery query);

    /**
     * Reads what happened to a ticket, the oldest first (REQ-TM-016). Customers do not see that notes were written; one
     * that came with changes is an update to them. A page may therefore hold fewer events than were asked for and yet have
     * a next one.
     *
     * @param id which ticket
     * @param page how many, from where
     * @return one page
     * @throws io.tikit.api.error.NotFoundException if there is no such ticket for this caller
     * @throws io.tikit.api.error.InvalidException if the cursor belongs to another query
     */
    Page<Event> history(TicketId id, PageRequest page);

    /**
     * Reads a ticket as it was at an instant: status, team and assignee from their intervals, all else from what its
     * events recorded. A text that was erased since is empty.
     *
     * @param id which ticket
     * @param at the instant; what happened at this very millisecond counts as happened
     * @return the ticket as it was; empty before it was opened
     * @throws io.tikit.api.error.NotFoundException if there is no such ticket for this caller, as it is now
     */
    Optional<Ticket> asOf(TicketId id, Instant at);

    /**
     * Tells in figures what happened to a ticket: how long it took to answer and solve it, how long it was in each status and
     * with whom, how often it came back or changed hands. Reads at most 5,000 events and 10,000 intervals.
     *
     * @param id which ticket
     * @return the figures, as of now
     * @throws io.tikit.api.error.NotFoundException if there is no such ticket for this caller
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change the ticket and read its notes
     */
    TicketMetrics metrics(TicketId id);

    /**
     * Tells from what was recorded why a field has its value.
     *
     * @param id which ticket
     * @param field the key of the field, see {@link TicketFields}
     * @return the event that set it and what led to that, as far as the caller may see it
     * @throws io.tikit.api.error.NotFoundException if there is no such ticket for this caller
     */
    Explanation explain(TicketId id, String field);
}
