package io.tikit.api.suggestion;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import java.util.List;
import java.util.Set;

/**
 * Values that are suggested for fields of tickets, learned from what people on the same desk decided before. Safe for use
 * by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Suggestions {
    /**
     * What was suggested for a ticket, and what became of it.
     *
     * @param ticket which ticket
     * @return at most three for each field, those of a field one after the other with the likeliest first
     * @throws io.tikit.api.error.NotFoundException with code TICKET_NOT_FOUND if it may not be seen
     * @throws io.tikit.api.error.NotPermittedException if the caller may not see suggestions
     */
    List<FieldSuggestion> of(TicketId ticket);

    /**
     * Accepts a suggestion. Accepting it twice is the same as once.
     *
     * @param suggestion which one
     * @return the ticket with the value
     * @throws io.tikit.api.error.NotFoundException with code SUGGESTION_NOT_FOUND or TICKET_NOT_FOUND
     * @throws io.tikit.api.error.NotPermittedException if the caller may not see suggestions or change the ticket
     * @throws io.tikit.api.error.InvalidException if the field does not take the value any more
     */
    Ticket accept(SuggestionId suggestion);

    /**
     * Rejects a suggestion. Rejecting it twice is the same as once.
     *
     * @param suggestion which one
     * @param reason why, at most 500 characters; may be empty
     * @return the ticket
     * @throws io.tikit.api.error.NotFoundException with code SUGGESTION_NOT_FOUND or TICKET_NOT_FOUND
     * @throws io.tikit.api.error.NotPermittedException if the caller may not see suggestions or change the ticket
     * @throws io.tikit.api.error.InvalidException if the reason is too long
     */
    Ticket reject(SuggestionId suggestion, String reason);

    /**
     * Tells how suggestions would have fared: learns from the older four fifths of the latest tickets, apart from what the
     * desk's classifier knows, and asks about the newer fifth. Takes seconds to minutes; ends early when the thread is
     * interrupted. For administrators.
     *
     * @param fields the keys of the fields
     * @param last about how many of the latest tickets, 10 to 5,000
     * @return counts and calibration
     * @throws io.tikit.api.error.InvalidException if a field is none for which values are suggested, or the number is
     *     out of range
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change the configuration
     * @throws io.tikit.api.error.UnavailableException with code PART_UNAVAILABLE if it was interrupted, or NOT_SUPPORTED
     *     if there is no classifier that learns
     */
    BacktestReport backtest(Set<String> fields, int last);

    /**
     * Teaches the classifier the latest tickets anew, as after a change of the policies. For administrators.
     *
     * @param last how many of the latest tickets to look at, 1 to 5,000
     * @return of how many was learned
     * @throws io.tikit.api.error.InvalidException if the number is out of range
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change the configuration
     * @throws io.tikit.api.error.UnavailableException with code PART_UNAVAILABLE if it was interrupted, or NOT_SUPPORTED
     *     if there is no classifier that learns
     */
    int learn(int last);

    /**
     * Makes the classifier forget a ticket, as when its texts are erased. For administrators.
     *
     * @param ticket which ticket; one that was never learned is passed over
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change the configuration
     * @throws io.tikit.api.error.UnavailableException with code PART_UNAVAILABLE if the classifier cannot work now
     */
    void forget(TicketId ticket);
}
