package io.tikit.core.pipeline;

import io.tikit.api.conversation.Entry;
import io.tikit.api.event.Event;
import io.tikit.api.ticket.Ticket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one command wrote.
 *
 * @param event what happened
 * @param ticket the ticket as it was left, when the event is about one
 * @param entry the entry that was written with it
 */
public record Recorded(Event event, Optional<Ticket> ticket, Optional<Entry> entry) {
    public static Recorded of(Event event) {
        return new Recorded(event, Optional.empty(), Optional.empty());
    }

    public static Recorded of(Event event, Ticket ticket, @Nullable Entry entry) {
        return new Recorded(event, Optional.of(ticket), Optional.ofNullable(entry));
    }
}
