package io.tikit.api.access;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.Role;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.TicketId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether somebody holds a permission, and why.
 *
 * @param user who
 * @param role the role of that user
 * @param permission which permission
 * @param ticket on which ticket; empty when it was asked whether it is held at all
 * @param allowed the answer: some line allows and holds, none denies and holds, and the ticket is seen
 * @param lines the lines of the role that speak of the permission; for other permissions on a ticket than {@link
 *     Permission#TICKET_SEE}, those that speak of seeing it follow
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record AccessExplanation(
        UserId user, Role role, Permission permission, Optional<TicketId> ticket, boolean allowed, List<Line> lines) {
    /** Copies the list. */
    public AccessExplanation {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(permission, "permission");
        Objects.requireNonNull(ticket, "ticket");
        lines = List.copyOf(lines);
    }

    /**
     * One line of the role.
     *
     * @param grant the line
     * @param of the permission of which it speaks here
     * @param reason whether it holds, and if not, why
     */
    public record Line(Grant grant, Permission of, Reason reason) {
        /** Checks that nothing is null. */
        public Line {
            Objects.requireNonNull(grant, "grant");
            Objects.requireNonNull(of, "of");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Why a line holds or does not. */
    public enum Reason {
        /** Its scope holds of the ticket, or is all. */
        HOLDS,
        /** No ticket was named, and the scope holds of some only. */
        SOME_TICKETS,
        /** The ticket is in no queue of the user's teams. */
        NO_TEAM_OF_THE_USER,
        /** The ticket is not of that category. */
        OTHER_CATEGORY,
        /** The ticket is not of an organisation of the user. */
        NO_ORGANISATION_OF_THE_USER,
        /** The user does not stand in that relation to the ticket. */
        NOT_THE_USERS_OWN,
        /** The condition does not hold of the ticket. */
        CONDITION_FAILS
    }
}
