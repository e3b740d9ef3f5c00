package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Duration;
import java.util.Objects;

/**
 * How long somebody had a ticket while it was open.
 *
 * @param elapsed by the clock
 * @param business in the hours of the calendar that the routing of the team names with which the ticket was; by the clock
 *     where it names none
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record OwnershipTime(Duration elapsed, Duration business) {
    /** No time at all. */
    public static final OwnershipTime NONE = new OwnershipTime(Duration.ZERO, Duration.ZERO);

    /** Checks that nothing is null. */
    public OwnershipTime {
        Objects.requireNonNull(elapsed, "elapsed");
        Objects.requireNonNull(business, "business");
    }

    /**
     * Both together.
     *
     * @param other another time
     * @return the sum
     */
    public OwnershipTime plus(OwnershipTime other) {
        return new OwnershipTime(elapsed.plus(other.elapsed), business.plus(other.business));
    }
}
