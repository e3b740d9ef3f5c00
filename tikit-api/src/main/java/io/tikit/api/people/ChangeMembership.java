package io.tikit.api.people;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.Objects;

/**
 * Changes who belongs to an organisation. The first organisation of a person is the one to which their new tickets
 * belong. Recorded on the person as {@code user.membership_changed}; a command that changes nothing writes nothing.
 *
 * @param organisation which organisation
 * @param user which person
 * @param kind what to change
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ChangeMembership(OrganisationId organisation, UserId user, Kind kind)
        implements Command<List<Organisation>> {
    /** What to change. */
    public enum Kind {
        /** Becomes a member; it is the person's first organisation if they have none yet. */
        JOIN,
        /** Becomes a member, and it becomes the person's first organisation. */
        JOIN_AS_FIRST,
        /** Is a member no more; if it was the first, the next by age takes its place. */
        LEAVE
    }

    /** Checks that nothing is null. */
    public ChangeMembership {
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(kind, "kind");
    }

    /**
     * Somebody becomes a member.
     *
     * @param organisation of what
     * @param user who
     * @return the command
     */
    public static ChangeMembership join(OrganisationId organisation, UserId user) {
        return new ChangeMembership(organisation, user, Kind.JOIN);
    }

    /**
     * Somebody leaves.
     *
     * @param organisation what
     * @param user who
     * @return the command
     */
    public static ChangeMembership leave(OrganisationId organisation, UserId user) {
        return new ChangeMembership(organisation, user, Kind.LEAVE);
    }
}
