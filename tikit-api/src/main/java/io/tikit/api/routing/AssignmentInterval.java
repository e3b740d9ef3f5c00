package io.tikit.api.routing;

import io.tikit.api.Actor;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.EventId;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A time during which a ticket was with one team and one agent.
 *
 * @param team with which team; empty for none
 * @param agent who had it; empty while it waited in the queue
 * @param from the first instant
 * @param to the instant after the last; empty while it lasts
 * @param why how it came there
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record AssignmentInterval(
        Optional<TeamId> team, Optional<UserId> agent, Instant from, Optional<Instant> to, Why why) {
    /** Checks that nothing is null. */
    public AssignmentInterval {
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(why, "why");
    }

    /**
     * How a ticket came somewhere.
     *
     * @param cause what was done
     * @param actor who did it
     * @param reason what was said for it; empty if nothing was
     * @param rule the key of the document that decided: a {@code routing-rule} for {@link AssignmentCause#RULE}, a
     *     {@code team-routing} for {@link AssignmentCause#ROUTED}; empty otherwise
     * @param event the event of the command
     */
    public record Why(
            AssignmentCause cause, Actor actor, Optional<String> reason, Optional<String> rule, EventId event) {
        /** Checks that nothing is null. */
        public Why {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(event, "event");
        }
    }
}
