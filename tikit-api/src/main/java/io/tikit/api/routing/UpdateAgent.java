package io.tikit.api.routing;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Sets up an agent for routing, or changes how the agent is set up. Presence stays as it is; a new agent is offline.
 *
 * @param user who
 * @param capacity how many points of open tickets the agent takes, from 0 to 100,000
 * @param skills levels from 1 to 10 by skill, at most 50
 * @param shifts the key of the calendar of the agent's shifts; empty for always
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record UpdateAgent(UserId user, int capacity, Map<String, Integer> skills, Optional<String> shifts)
        implements Command<Agent> {
    /** Copies the skills. */
    public UpdateAgent {
        Objects.requireNonNull(user, "user");
        skills = Map.copyOf(skills);
        Objects.requireNonNull(shifts, "shifts");
    }

    /**
     * An agent without skills who works at any time.
     *
     * @param user who
     * @param capacity how many points of open tickets the agent takes
     * @return the command
     */
    public static UpdateAgent of(UserId user, int capacity) {
        return new UpdateAgent(user, capacity, Map.of(), Optional.empty());
    }

    /**
     * The same with a skill.
     *
     * @param skill lower-case letters, digits, hyphens and underscores
     * @param level from 1 to 10
     * @return the command
     */
    public UpdateAgent with(String skill, int level) {
        Map<String, Integer> more = new HashMap<>(skills);
        more.put(skill, level);
        return new UpdateAgent(user, capacity, more, shifts);
    }

    /**
     * The same with shifts.
     *
     * @param calendar the key of a calendar
     * @return the command
     */
    public UpdateAgent withShifts(String calendar) {
        return new UpdateAgent(user, capacity, skills, Optional.of(calendar));
    }
}
