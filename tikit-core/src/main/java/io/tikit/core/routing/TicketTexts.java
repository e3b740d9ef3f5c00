package io.tikit.core.routing;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The texts of a ticket, of which each is folded at most once for all rules. For one thread. */
final class TicketTexts {
    /** What stands further behind is not looked at, so that a long text costs no more than a bounded time. */
    private static final int LONGEST = 20_000;

    private final Ticket ticket;
    private final String description;
    private final Map<String, Optional<Text>> known = new HashMap<>();

    TicketTexts(Ticket ticket, String description) {
        this.ticket = ticket;
        this.description = description;
    }

    /** The text of a name, if the ticket has it. */
    Optional<Text> of(String name) {
        return known.computeIfAbsent(
                name,
                n -> raw(n).filter(text -> !text.isBlank())
                        .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                        .map(text -> new Text(text, FoldedWords.of(text))));
    }

    private Optional<String> raw(String name) {
        if (name.equals(TextPattern.SUBJECT)) {
            return Optional.of(ticket.subject());
        }
        if (name.equals(TextPattern.DESCRIPTION)) {
            return Optional.of(description);
        }
        return ticket.field(name.substring(TicketFields.CUSTOM_PREFIX.length())).map(FieldValue::asText);
    }

    /**
     * One of them.
     *
     * @param start its beginning
     * @param words the words of that
     */
    record Text(String start, FoldedWords words) {}
}
