package io.tikit.spi.channel;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * How much a message of a channel may hold.
 *
 * @param characters the most characters of text, counted as UTF-16 units
 * @param fileBytes the most bytes of all files together
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ChannelLimits(int characters, long fileBytes) {
    /** As much as the engine itself takes. */
    public static final ChannelLimits NONE = new ChannelLimits(Integer.MAX_VALUE, Long.MAX_VALUE);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if fewer than 1 character or a negative number of bytes is allowed
     */
    public ChannelLimits {
        if (characters < 1 || fileBytes < 0) {
            throw new IllegalArgumentException("a channel carries at least 1 character and no negative bytes, not "
                    + characters + " and " + fileBytes);
        }
    }
}
