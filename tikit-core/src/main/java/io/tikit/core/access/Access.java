package io.tikit.core.access;

import io.tikit.api.Actor;
import io.tikit.api.access.EffectivePermission;
import io.tikit.api.access.Permission;
import io.tikit.api.access.Scope;
import io.tikit.api.condition.Condition;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.Role;
import io.tikit.api.people.TeamId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.pipeline.Grant;
import io.tikit.core.pipeline.Session;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a session may do something (REQ-UM-001, REQ-UM-002), and which tickets it sees. Every feature asks here and
 * nowhere else.
 */
public final class Access {
    private Access() {}

    /** What the role holds, as far as what the caller signed in with goes. */
    static Rights rights(Session session) {
        Rights all = ofRole(session);
        return session.grant().flatMap(Grant::permissions).map(all::within).orElse(all);
    }

    private static Rights ofRole(Session session) {
        if (session.authority() instanceof Rights rights) {
            return rights;
        }
        return session.actor() instanceof Actor.Engine && session.role().equals(Role.ADMIN)
                ? Rights.ENGINE
                : Rights.NONE;
    }

    /** Whether a role holds a permission somewhere. */
    public static boolean holds(Roles roles, Role role, Permission permission) {
        return roles.of(role).of(permission).isSomewhere();
    }

    /** Whether a role holds all that another one holds. */
    public static boolean holdsNoLess(Roles roles, Role role, Role other) {
        return roles.of(role).exceededBy(roles.of(other)).isEmpty();
    }

    /** What the session holds somewhere. */
    public static List<EffectivePermission> effective(Session session) {
        return rights(session).effective();
    }

    /** Whether the desk has this role, as the session sees the configuration. */
    public static boolean isKnown(Session session, Role role) {
        return rights(session).roles().isKnown(role);
    }

    /** Whether users of this role work on tickets, and so may be assigned one. */
    public static boolean worksOnTickets(Session session, Role role) {
        return rights(session).roles().of(role).of(Permission.TICKET_CHANGE).isSomewhere();
    }

    /**
     * Whether the caller acts with one of some roles, which gives what the permission gives: a key or session that is
     * narrowed and lacks the permission has no more of its holder's role than it was given.
     */
    public static boolean actsWithRole(Session session, Set<Role> roles, Permission instead) {
        return roles.contains(session.role())
                && session.grant()
                        .flatMap(Grant::permissions)
                        .map(only -> only.contains(instead.key()))
                        .orElse(true);
    }

    /** Whether the permission is held of the desk, or on some ticket. */
    public static boolean may(Session session, Permission permission) {
        return rights(session).may(permission);
    }

    /** Whether the permission is held on a ticket, which must be seen for that. */
    public static boolean may(Session session, Permission permission, Ticket ticket) {
        Rights rights = rights(session);
        return rights.may(permission, ticket) && rights.may(Permission.TICKET_SEE, ticket);
    }

    /** Whether the permission is held on a ticket, be it seen or not. */
    public static boolean holds(Session session, Permission permission, Ticket ticket) {
        return rights(session).may(permission, ticket);
    }

    /** Refuses who does not hold the permission of the desk, or on any ticket. */
    public static void require(Session session, Permission permission) {
        if (!may(session, permission)) {
            throw new NotPermittedException(
                    ErrorCode.NOT_PERMITTED,
                    "the role " + session.role() + " lacks the permission " + permission.key() + "; "
                            + Permission.PEOPLE_CHANGE.key() + " is needed to give somebody another role");
        }
    }

    /** Refuses who does not hold the permission on a ticket that is seen. */
    public static void require(Session session, Permission permission, Ticket ticket) {
        if (!may(session, permission, ticket)) {
            throw new NotPermittedException(
                    ErrorCode.NOT_PERMITTED,
                    may(session, permission)
                            ? "the role " + session.role() + " holds the permission " + permission.key()
                                    + " on other tickets, not on ticket " + ticket.id()
                            : "the role " + session.role() + " lacks the permission " + permission.key());
        }
    }

    /** The condition that every ticket which this session may see fulfils. It goes into every query. */
    public static Condition visibleTickets(Session session) {
        return rights(session).tickets(Permission.TICKET_SEE);
    }

    /** A ticket, if it may be seen; whole, so for deciding and not for showing. */
    public static Optional<Ticket> visible(Session session, Optional<Ticket> ticket) {
        return ticket.filter(found -> rights(session).may(Permission.TICKET_SEE, found));
    }

    /** A ticket that may not be seen is not found. */
    public static Ticket requireVisible(Session session, TicketId id, Optional<Ticket> ticket) {
        return visible(session, ticket)
                .orElseThrow(() -> new NotFoundException(
                        ErrorCode.TICKET_NOT_FOUND, "there is no ticket " + id + " for this caller"));
    }

    /** Whether words in notes may be looked for: all notes on what is seen must be readable. */
    public static boolean readsAllNotes(Session session) {
        return rights(session).readsAllNotes();
    }

    /** Refuses roles that do not see all tickets, notes and fields, for what is not told by ticket. */
    public static void requireSeesEverything(Session session, Permission permission) {
        require(session, permission);
        if (!rights(session).seesEverything()) {
            throw new NotPermittedException(
                    ErrorCode.NOT_PERMITTED,
                    "the permission " + permission.key() + " counts only for roles that see all tickets, notes and"
                            + " fields, and the role " + session.role() + " does not");
        }
    }

    /** Nobody gives a role that holds more than their own. */
    public static void requireHoldsNoMore(Session session, Role given) {
        requireHoldsNoMore(session, "the role " + given, rights(session).roles().of(given));
    }

    /** Nobody defines a role that holds more than their own. */
    static void requireHoldsNoMore(Session session, String what, Grants wanted) {
        List<String> exceeding = rights(session).grants().exceededBy(wanted);
        if (!exceeding.isEmpty()) {
            throw new NotPermittedException(
                    ErrorCode.NOT_PERMITTED,
                    what + " holds more than the caller's own role " + session.role() + ": " + exceeding);
        }
    }

    /** Whoever is put into a team may get what a role gives on its tickets; nobody gives that without holding it. */
    public static void requireMayAdmit(Session session, TeamId team, Collection<Role> members) {
        Rights rights = rights(session);
        members.forEach(member -> requireMayAdmit(
                rights, member, Scope.Teams.class, rights.teams().contains(team), "team " + team));
    }

    /** The same for whoever comes to belong to an organisation. */
    public static void requireMayAdmit(Session session, OrganisationId organisation, Role member) {
        Rights rights = rights(session);
        requireMayAdmit(
                rights,
                member,
                Scope.Organisations.class,
                rights.organisations().contains(organisation),
                "organisation " + organisation);
        requireMayShare(session, organisation, List.of(member));
    }

    /** The same for whoever lets the members of an organisation see each other's tickets. */
    public static void requireMayShare(Session session, OrganisationId organisation) {
        requireMayShare(session, organisation, rights(session).roles().all());
    }

    private static void requireMayShare(Session session, OrganisationId organisation, Collection<Role> members) {
        Rights rights = rights(session);
        members.forEach(member -> requireMayAdmit(
                rights,
                member,
                Scope.Shared.class,
                rights.organisations().contains(organisation),
                "organisation " + organisation));
    }

    private static void requireMayAdmit(
            Rights rights, Role member, Class<? extends Scope> scope, boolean belongs, String where) {
        for (Permission permission : Permission.values()) {
            Grants.Scopes theirs = rights.roles().of(member).of(permission);
            boolean gives = theirs.isSomewhere() && theirs.allowed().stream().anyMatch(scope::isInstance);
            Grants.Scopes mine = rights.grants().of(permission);
            boolean held =
                    mine.isSomewhere() && (mine.allowed().contains(Scope.all()) || (belongs && mine.contains(theirs)));
            if (gives && !held) {
                throw new NotPermittedException(
                        ErrorCode.NOT_PERMITTED,
                        "members of " + where + " with the role " + member + " hold " + permission.key()
                                + " on its tickets, and the caller does not");
            }
        }
    }
}
