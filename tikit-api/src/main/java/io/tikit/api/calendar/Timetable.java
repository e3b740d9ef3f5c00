package io.tikit.api.calendar;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A calendar on the line of instants. It covers {@link #FIRST} to {@link #LAST}; what is asked outside of that, and what
 * would lie outside, is refused. Immutable to callers, safe for use by several threads; answers come from precomputed
 * tables, so ten years cost as little as a day.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Timetable {
    /** The first instant that is covered. */
    Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    /** The end of what is covered, exclusive. */
    Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /**
     * How much working time lies between two instants.
     *
     * @param from from when, inclusive
     * @param to to when, exclusive
     * @return the time, to the millisecond; negative if {@code to} is before {@code from}
     * @throws io.tikit.api.error.InvalidException with code INVALID_QUERY for instants that are not covered
     */
    Duration businessTime(Instant from, Instant to);

    /**
     * The earliest instant at which so much working time has passed. The inverse of {@link #businessTime}: the working
     * time from {@code start} to the answer is the duration again. A duration that exactly fills the day ends at closing
     * time; with no duration at all it is the first working instant at or after the start.
     *
     * @param start from when
     * @param duration how much working time, not negative
     * @return the instant
     * @throws io.tikit.api.error.InvalidException with code INVALID_QUERY for a start that is not covered, for a
     *     negative duration, and if the calendar has not so much working time from the start on
     */
    Instant instantAfter(Instant start, Duration duration);

    /**
     * Whether an instant is working time.
     *
     * @param at the instant
     * @return whether the calendar is open then
     * @throws io.tikit.api.error.InvalidException with code INVALID_QUERY for an instant that is not covered
     */
    boolean isOpen(Instant at);

    /**
     * When work begins next.
     *
     * @param after the instant before it, exclusive
     * @return the first beginning of a period after it; empty if there is none any more
     * @throws io.tikit.api.error.InvalidException with code INVALID_QUERY for an instant that is not covered
     */
    Optional<Instant> nextOpening(Instant after);

    /**
     * When work ends next.
     *
     * @param after the instant before it, exclusive
     * @return the first end of a period after it; empty if there is none any more
     * @throws io.tikit.api.error.InvalidException with code INVALID_QUERY for an instant that is not covered
     */
    Optional<Instant> nextClosing(Instant after);

    /**
     * The periods of work within a range, for those who draw them.
     *
     * @param from from when
     * @param to to when, at most 400 days later
     * @return the periods in their order, cut at the ends of the range; adjacent ones are one
     * @throws io.tikit.api.error.InvalidException with code INVALID_QUERY for instants that are not covered, in the
     *     wrong order or too far apart
     */
    List<Period> periods(Instant from, Instant to);

    /**
     * A period of work.
     *
     * @param from when it begins
     * @param to when it ends, exclusive
     */
    record Period(Instant from, Instant to) {}
}
