package io.tikit.core.channel;

import io.tikit.api.Caller;
import io.tikit.api.Desk;

/** Gives the inbox the desks of those who write, and of the channel itself. */
public interface SenderDesks {
    Desk desk(Caller caller);
}
