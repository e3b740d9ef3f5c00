package io.tikit.core.outbox;

import io.tikit.api.Desk;
import io.tikit.api.TenantId;
import io.tikit.api.event.Event;

/** Gives parts of the engine the desks on which they react or look. */
public interface ReactionDesks {
    Desk reactingTo(Event cause, String consumer);

    /** A desk on which a part of the engine looks and gives no commands. */
    Desk readingAs(TenantId tenant, String part);
}
