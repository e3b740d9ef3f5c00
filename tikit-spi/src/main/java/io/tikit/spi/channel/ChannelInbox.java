package io.tikit.spi.channel;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * Takes what a channel brings in. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface ChannelInbox {
    /**
     * Takes a message over. When this returns, the outcome is durable, and the channel may delete the message at its
     * source or acknowledge it; when it throws, the message is still the channel's, to be given again after a pause.
     * Giving a message again is harmless: the external id makes it the same one. Files are read before the return.
     *
     * @param message the message
     * @return what became of it
     * @throws io.tikit.api.error.UnavailableException if the engine cannot take it now; try again
     * @throws io.tikit.api.error.ConflictException if two met at the same row; try again
     */
    InboundOutcome accept(InboundMessage message);

    /** What became of a message, for good. */
    enum InboundOutcome {
        /** It is in a ticket, a new one or the one that it answers. */
        TAKEN,
        /** It had been taken before. */
        KNOWN,
        /** It breaks a rule of the desk and is kept nowhere; the desk has noted why. */
        REFUSED
    }
}
