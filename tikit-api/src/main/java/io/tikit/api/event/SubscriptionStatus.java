package io.tikit.api.event;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a durable subscription is.
 *
 * @param name its name
 * @param position up to which change of the desk's feed it has heard; a change holds the events of one commit, those of
 *     other types included
 * @param behind how many changes come after that
 * @param waitingSince when the first of them happened; empty when it is up to date
 * @param subscribed whether a listener of this engine is subscribed under the name; another engine may be as well
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record SubscriptionStatus(
        String name, long position, long behind, Optional<Instant> waitingSince, boolean subscribed) {
    /** Checks that nothing is null. */
    public SubscriptionStatus {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(waitingSince, "waitingSince");
    }
}
