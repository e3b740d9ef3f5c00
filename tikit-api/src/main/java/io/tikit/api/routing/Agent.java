package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Somebody who works on tickets, as routing sees it.
 *
 * @param user who
 * @param presence what was said last
 * @param until when that ends and the agent counts as offline unless it is said again; empty if it does not end
 * @param capacity how many points of open tickets the agent takes; 0 for none by routing
 * @param skills levels from 1 to 10 by skill
 * @param shifts the key of the calendar of the agent's shifts; empty for always
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Agent(
        UserId user,
        Presence presence,
        Optional<Instant> until,
        int capacity,
        Map<String, Integer> skills,
        Optional<String> shifts) {
    /** Copies the skills. */
    public Agent {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(presence, "presence");
        Objects.requireNonNull(until, "until");
        skills = Collections.unmodifiableSortedMap(new TreeMap<>(skills));
        Objects.requireNonNull(shifts, "shifts");
    }

    /**
     * The presence at an instant.
     *
     * @param at the instant
     * @return what was said last, or {@link Presence#OFFLINE} if that has ended
     */
    public Presence presenceAt(Instant at) {
        return until.filter(end -> !end.isAfter(at)).isPresent() ? Presence.OFFLINE : presence;
    }
}
