package io.tikit.core.pipeline;

import io.tikit.api.event.Event;
import io.tikit.api.timer.TimerCause;
import io.tikit.spi.storage.TimerQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds what led to a timer. The depth counts on only through timers that follow within a minute: a chain without pause is
 * stopped as a loop, a daily timer goes on for years.
 */
final class TimerCauses {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private TimerCauses() {}

    static Optional<TimerCause> of(
            Session session, List<Event> events, String handler, String key, Instant at, Instant now) {
        Session.Reaction reaction = session.reaction();
        TimerQueue.Claim claim = reaction == null ? null : reaction.claim();
        TimerCause behind = reaction == null ? null : reaction.cause();
        // While a timer catches up, what counts is how far apart its appointments are.
        Instant from = claim == null ? now : claim.timer().at();
        boolean pauses = Duration.between(from, at).compareTo(PAUSE) >= 0;
        boolean itself = claim != null
                && claim.timer().handler().equals(handler)
                && claim.timer().key().equals(key);
        if (behind != null && (itself || events.isEmpty())) {
            int depth = itself ? behind.depth() + 1 : behind.depth();
            return Optional.of(new TimerCause(behind.event(), behind.subject(), pauses ? 0 : depth));
        }
        if (events.isEmpty()) {
            return Optional.empty();
        }
        Event last = events.get(events.size() - 1);
        return Optional.of(new TimerCause(last.id(), last.subject(), pauses ? 0 : last.depth()));
    }
}
