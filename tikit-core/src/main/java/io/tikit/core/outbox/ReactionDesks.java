package io.tikit.core.outbox;

import io.tikit.api.Desk;
import io.tikit.api.event.Event;

/** Gives consumers the desk on which they react. */
public interface ReactionDesks {
    Desk reactingTo(Event cause, String consumer);
}
