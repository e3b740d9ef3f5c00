package io.tikit.api.people;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets somebody leave (REQ-UM-004). They may do nothing any more; their open tickets are handed over after the commit,
 * each with an event of its own, in batches that go on after a crash. What they wrote stays theirs. Recorded as
 * {@code user.deactivated}. The last active administrator stays.
 *
 * @param id which user
 * @param handover what becomes of the open tickets that are theirs to work on
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record DeactivateUser(UserId id, Handover handover) implements Command<User> {
    /**
     * Who takes over.
     *
     * @param team into whose queue tickets go; empty to leave them where they are
     * @param assignee who works on them from now on; empty for nobody
     */
    public record Handover(Optional<TeamId> team, Optional<UserId> assignee) {
        /** Checks that nothing is null. */
        public Handover {
            Objects.requireNonNull(team, "team");
            Objects.requireNonNull(assignee, "assignee");
        }
    }

    /** Checks that nothing is null. */
    public DeactivateUser {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(handover, "handover");
    }

    /**
     * Tickets stay in the queues of their teams, with nobody.
     *
     * @param id which user
     * @return the command
     */
    public static DeactivateUser unassigning(UserId id) {
        return new DeactivateUser(id, new Handover(Optional.empty(), Optional.empty()));
    }

    /**
     * Tickets go into the queue of a team.
     *
     * @param id which user
     * @param team which team
     * @return the command
     */
    public static DeactivateUser handingToTeam(UserId id, TeamId team) {
        return new DeactivateUser(id, new Handover(Optional.of(team), Optional.empty()));
    }

    /**
     * Tickets go to somebody else.
     *
     * @param id which user
     * @param agent an active user who works on tickets
     * @return the command
     */
    public static DeactivateUser handingTo(UserId id, UserId agent) {
        return new DeactivateUser(id, new Handover(Optional.empty(), Optional.of(agent)));
    }
}
