package io.tikit.samples.quickstart;

import io.tikit.api.IdempotencyKey;
import io.tikit.api.Person;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.TicketChange;
import java.util.List;
import java.util.Optional;

/**
 * A row of the file, understood.
 *
 * @param line where it starts, for messages
 * @param name what the row is recognised by when the file is read again
 * @param requester who has the problem
 * @param team who should look at it; may be empty
 * @param subject in a line
 * @param description in full
 * @param details priority and custom fields
 */
record TicketRow(
        long line,
        String name,
        Person requester,
        String team,
        String subject,
        String description,
        List<TicketChange> details) {

    /** The command that opens the ticket. */
    CreateTicket open(UserId by) {
        return new CreateTicket(subject, by, description, details, Optional.of(key("open")));
    }

    /** Names a step on this row: given twice, it is done once, also by a later run. */
    IdempotencyKey key(String step) {
        return IdempotencyKey.of("quickstart-" + step, name);
    }

    /** A whole number below the limit that is the same in each run: what a person would decide by looking at the row. */
    int chance(int limit) {
        return Math.floorMod(name.hashCode() * 31 + limit, limit);
    }
}
