package io.tikit.core.access;

import static io.tikit.core.access.Permission.ADMINS_CHANGE;
import static io.tikit.core.access.Permission.CONFIGURATION;
import static io.tikit.core.access.Permission.EVENTS;
import static io.tikit.core.access.Permission.NOTES;
import static io.tikit.core.access.Permission.PEOPLE_CHANGE;
import static io.tikit.core.access.Permission.PEOPLE_SEE;
import static io.tikit.core.access.Permission.REPLY;
import static io.tikit.core.access.Permission.TICKET_CHANGE;
import static io.tikit.core.access.Permission.TICKET_CREATE;
import static io.tikit.core.access.Permission.TICKET_CREATE_FOR_OTHERS;
import static io.tikit.core.access.Permission.TICKET_SEE_ALL;
import static io.tikit.core.access.Permission.TIMERS;

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
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the built-in roles may do (REQ-UM-001), and which tickets somebody sees. Pure. */
public final class Access {
    private static final Map<Role, Set<Permission>> ROLES = Map.of(
            Role.ADMIN, Set.copyOf(EnumSet.allOf(Permission.class)),
            Role.MANAGER, Set.copyOf(EnumSet.complementOf(EnumSet.of(ADMINS_CHANGE, CONFIGURATION, EVENTS, TIMERS))),
            Role.AGENT,
                    Set.of(
                            TICKET_CREATE,
                            TICKET_CREATE_FOR_OTHERS,
                            TICKET_SEE_ALL,
                            TICKET_CHANGE,
                            REPLY,
                            NOTES,
                            PEOPLE_SEE),
            Role.CUSTOMER, Set.of(TICKET_CREATE, REPLY));

    private Access() {}

    public static boolean isKnown(Role role) {
        return ROLES.containsKey(role);
    }

    /** Whether users of this role work on tickets, and so may be assigned one. */
    public static boolean worksOnTickets(Role role) {
        return ROLES.getOrDefault(role, Set.of()).contains(TICKET_CHANGE);
    }

    public static boolean may(Session session, Permission permission) {
        return ROLES.getOrDefault(session.role(), Set.of()).contains(permission);
    }

    public static void require(Session session, Permission permission) {
        if (!may(session, permission)) {
            throw new NotPermittedException(
                    ErrorCode.NOT_PERMITTED,
                    "the role " + session.role() + " lacks the permission " + permission + "; " + PEOPLE_CHANGE
                            + " is needed to give somebody another role");
        }
    }

    /** The condition that every ticket which this session may see fulfils. */
    public static Condition visibleTickets(Session session) {
        if (may(session, TICKET_SEE_ALL)) {
            return Condition.always();
        }
        return session.user().map(TicketFields.REQUESTER::is).orElse(Condition.never());
    }

    /** A ticket that may not be seen is not found. */
    public static Ticket requireVisible(Session session, TicketId id, Optional<Ticket> ticket) {
        return ticket.filter(found -> ConditionInterpreter.holds(visibleTickets(session), found))
                .orElseThrow(() -> new NotFoundException(
                        ErrorCode.TICKET_NOT_FOUND, "there is no ticket " + id + " for this caller"));
    }
}
