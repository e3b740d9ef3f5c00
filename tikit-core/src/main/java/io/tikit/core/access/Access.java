package io.tikit.core.access;

import io.tikit.api.access.Permission;
import io.tikit.api.condition.Condition;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.people.Role;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.condition.ConditionInterpreter;
import java.util.Optional;
import java.util.Set;

/** What the built-in roles may do (REQ-UM-001), and which tickets somebody sees. Pure. */
public final class Access {
    private static final Set<Role> KNOWN = Set.of(Role.ADMIN, Role.MANAGER, Role.AGENT, Role.CUSTOMER);

    private Access() {}

    public static boolean isKnown(Role role) {
        return KNOWN.contains(role);
    }

    /** Whether users of this role work on tickets, and so may be assigned one. */
    public static boolean worksOnTickets(Role role) {
        return KNOWN.contains(role) && Permission.TICKET_CHANGE.isBuiltInto(role);
    }

    public static boolean may(Session session, Permission permission) {
        return permission.isBuiltInto(session.role());
    }

    public static void require(Session session, Permission permission) {
        if (!may(session, permission)) {
            throw new NotPermittedException(
                    ErrorCode.NOT_PERMITTED,
                    "the role " + session.role() + " lacks the permission " + permission.key() + "; "
                            + Permission.PEOPLE_CHANGE.key() + " is needed to give somebody another role");
        }
    }

    /** The condition that every ticket which this session may see fulfils. */
    public static Condition visibleTickets(Session session) {
        if (may(session, Permission.TICKET_SEE) && !session.role().equals(Role.CUSTOMER)) {
            return Condition.always();
        }
        return !may(session, Permission.TICKET_SEE)
                ? Condition.never()
                : session.user().map(TicketFields.REQUESTER::is).orElse(Condition.never());
    }

    /** A ticket that may not be seen is not found. */
    public static Ticket requireVisible(Session session, TicketId id, Optional<Ticket> ticket) {
        return ticket.filter(found -> ConditionInterpreter.holds(visibleTickets(session), found))
                .orElseThrow(() -> new NotFoundException(
                        ErrorCode.TICKET_NOT_FOUND, "there is no ticket " + id + " for this caller"));
    }
}
