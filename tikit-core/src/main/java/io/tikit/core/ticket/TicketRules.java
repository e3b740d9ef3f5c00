package io.tikit.core.ticket;

import io.tikit.api.Actor;
import io.tikit.api.access.Permission;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.people.Team;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.core.access.Access;
import io.tikit.core.access.TicketView;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.workflow.Circumstances;
import io.tikit.core.workflow.Lifecycle;
import io.tikit.core.workflow.StatusMove;
import io.tikit.core.workflow.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What changes somebody may make, and whom they may name. */
final class TicketRules {
    private TicketRules() {}

    /** What a new ticket may be described by with the permission to open it; all else needs more. */
    private static boolean describes(TicketChange change) {
        return !TicketView.isOfAssignee(change.field())
                && (change instanceof TicketChange.SetSubject
                        || change instanceof TicketChange.SetType
                        || change instanceof TicketChange.SetPriority
                        || change instanceof TicketChange.SetCategory
                        || change instanceof TicketChange.SetField
                        || change instanceof TicketChange.ClearField);
    }

    /** Refuses at once who may not make such a ticket of any kind. */
    static void requireMayCreateWith(Session session, List<TicketChange> changes) {
        for (TicketChange change : changes) {
            // Who may set a status is for the workflow to say.
            boolean early = !describes(change) && !(change instanceof TicketChange.SetStatus);
            if (early && !Access.may(session, needed(change))) {
                throw lacks(session, change, needed(change));
            }
        }
    }

    /** Refuses a new ticket that lies where the caller may not make such ones, and fields that the caller may not write. */
    static void checkCreated(
            Session session,
            Permission create,
            Ticket ticket,
            List<TicketChange> changes,
            StatusMove move,
            Violations found) {
        if (!Access.holds(session, create, ticket)) {
            throw new NotPermittedException(
                    ErrorCode.NOT_PERMITTED,
                    "the role " + session.role() + " holds the permission " + create.key() + ", but not for such a"
                            + " ticket");
        }
        for (TicketChange change : changes) {
            if (!mayCreateWith(session, ticket, change, move)) {
                throw lacks(session, change, needed(change));
            }
        }
        checkFields(session, ticket, changes, found);
    }

    private static boolean mayCreateWith(Session session, Ticket ticket, TicketChange change, StatusMove move) {
        Optional<Transition.Right> own = ownRight(change, move);
        return describes(change)
                || own.map(right -> takes(session, right, needed -> Access.holds(session, needed, ticket)))
                        .orElseGet(() -> Access.holds(session, needed(change), ticket));
    }

    /** The right of the way that a change of the status takes, if it has one of its own. */
    private static Optional<Transition.Right> ownRight(TicketChange change, StatusMove move) {
        return change instanceof TicketChange.SetStatus set
                ? move.transition()
                        .filter(way -> way.to().equals(set.value()))
                        .map(Transition::right)
                        .filter(right -> !right.isGeneral())
                : Optional.empty();
    }

    private static boolean takes(Session session, Transition.Right right, Predicate<Permission> holds) {
        return session.actor() instanceof Actor.Engine
                || Access.actsWithRole(session, right.roles(), Permission.TICKET_CHANGE)
                || right.permission().filter(holds).isPresent();
    }

    private static Permission needed(TicketChange change) {
        return TicketView.isOfAssignee(change.field()) ? Permission.TICKET_ASSIGN : Permission.TICKET_CHANGE;
    }

    /**
     * What a change of a ticket that is seen lacks; empty if permissions do not speak against it. A way between statuses may
     * say by itself who takes it. Otherwise whoever only may say that a ticket is solved may set a status that means so.
     *
     * @param place the ticket as it is where the permission must be held
     * @param move where all changes together move the ticket
     */
    static Optional<Permission> lacking(Session session, Ticket place, TicketChange change, StatusMove move) {
        Permission needed = needed(change);
        if (change instanceof TicketChange.SetStatus set) {
            Optional<Transition.Right> own = ownRight(change, move);
            if (own.isPresent()) {
                boolean takes = Access.may(session, Permission.TICKET_SEE, place)
                        && takes(session, own.get(), permission -> Access.may(session, permission, place));
                return takes
                        ? Optional.empty()
                        : Optional.of(own.get().permission().orElse(needed));
            }
            boolean solves = move.workflow()
                    .state(set.value())
                    .filter(State.RESOLVED::equals)
                    .isPresent();
            if (solves && Access.may(session, Permission.TICKET_RESOLVE, place)) {
                return Optional.empty();
            }
        }
        if (!Access.may(session, needed, place)) {
            return Optional.of(needed);
        }
        // A change that leaves the ticket's priority, as one that was made already, lowers nothing.
        boolean lowers =
                change instanceof TicketChange.SetPriority set && set.value().compareTo(place.priority()) < 0;
        return lowers && !Access.may(session, Permission.PRIORITY_LOWER, place)
                ? Optional.of(Permission.PRIORITY_LOWER)
                : Optional.empty();
    }

    /** All that speaks against a change of a ticket that is seen, whatever its value. */
    static List<Violation> refusals(
            Session session, Ticket ticket, TicketChange change, Lifecycle lifecycle, Circumstances circumstances) {
        List<Violation> refusals = new ArrayList<>();
        StatusMove move = StatusMove.of(ticket, List.of(change), lifecycle);
        lacking(session, ticket, change, move).ifPresent(permission -> refusals.add(notPermitted(session, permission)));
        Violations found = new Violations();
        checkFields(session, ticket, List.of(change), found);
        TicketDecider.check(ticket, ticket, List.of(change), lifecycle, circumstances, found);
        refusals.addAll(told(session, ticket, found.all()));
        return refusals;
    }

    /** What speaks against a change, without the names of fields that are hidden from whoever is told. */
    static List<Violation> told(Session session, Ticket ticket, List<Violation> found) {
        Set<String> hidden = TicketView.hidden(session, ticket);
        return found.stream()
                .map(violation -> violation.key().equals("needed_for_status") && hidden.contains(violation.path())
                        ? Violation.of("status", "guarded", "the ticket does not fulfil what the workflow asks for")
                        : violation)
                .distinct()
                .toList();
    }

    /** The same of a new ticket that somebody may open. */
    static List<Violation> refusalsOfNew(Session session, Ticket draft, TicketChange change) {
        List<Violation> refusals = new ArrayList<>();
        if (!describes(change) && !Access.holds(session, needed(change), draft)) {
            refusals.add(notPermitted(session, needed(change)));
        }
        Violations found = new Violations();
        checkFields(session, draft, List.of(change), found);
        refusals.addAll(found.all());
        return refusals;
    }

    /** The permission that is missing, as something that can be shown. */
    static Violation notPermitted(Session session, Permission permission) {
        return new Violation(
                "",
                "not_permitted",
                "the role " + session.role() + " does not hold the permission " + permission.key() + " here",
                Map.of("permission", permission.key()));
    }

    /** Whoever changes a ticket must hold what each change needs. */
    static void requireMayChange(Session session, Ticket before, List<TicketChange> changes, Lifecycle lifecycle) {
        StatusMove move = StatusMove.of(before, changes, lifecycle);
        for (TicketChange change : changes) {
            lacking(session, before, change, move).ifPresent(needed -> {
                throw lacks(session, change, needed);
            });
        }
    }

    /** Whoever may not move tickets leaves them where the same changes would still be permitted. */
    static void requireStays(
            Session session, Ticket before, Ticket after, List<TicketChange> changes, Lifecycle lifecycle) {
        if (Access.may(session, Permission.TICKET_MOVE, before)) {
            return;
        }
        StatusMove move = StatusMove.of(before, changes, lifecycle);
        for (TicketChange change : changes) {
            if (lacking(session, after, change, move).isPresent()) {
                throw new NotPermittedException(
                        ErrorCode.NOT_PERMITTED,
                        "with these changes the ticket would go to where the role " + session.role()
                                + " may not change '" + change.field() + "', which needs the permission "
                                + Permission.TICKET_MOVE.key());
            }
        }
    }

    /** Finds changes of fields that the role may not write on this ticket. */
    static void checkFields(Session session, Ticket ticket, List<TicketChange> changes, Violations found) {
        for (int i = 0; i < changes.size(); i++) {
            String field = changes.get(i).field();
            if (!TicketView.writes(session, field, ticket)) {
                found.add(
                        "changes[" + i + "]",
                        "field_not_writable",
                        "the role " + session.role() + " may not write the field '" + field + "' here",
                        Map.of("field", field));
            }
        }
    }

    private static NotPermittedException lacks(Session session, TicketChange change, Permission needed) {
        return new NotPermittedException(
                ErrorCode.NOT_PERMITTED,
                "the role " + session.role() + " may not change '" + change.field() + "' here, which needs the"
                        + " permission " + needed.key());
    }

    /** Those whom a command names must be there and fit. */
    static void checkNamed(List<TicketChange> changes, Execution execution, Violations found) {
        for (TicketChange change : changes) {
            if (change instanceof TicketChange.SetRequester set) {
                requester("requester", set.value(), execution, found);
            } else if (change instanceof TicketChange.SetAssignee set) {
                if (active(set.value(), execution)
                        .filter(user -> Access.worksOnTickets(execution.session(), user.role()))
                        .isEmpty()) {
                    found.add(
                            "assignee",
                            "not_an_agent",
                            "user " + set.value() + " is unknown, not active or does not work on tickets",
                            Map.of("user", set.value().toString()));
                }
            } else if (change instanceof TicketChange.SetTeam set) {
                Optional<Team> team = execution.unit().teams().find(set.value());
                if (team.filter(t -> !t.retired()).isEmpty()) {
                    found.add(
                            "team",
                            "unknown_team",
                            "team " + set.value() + " is unknown or retired",
                            Map.of("team", set.value().toString()));
                }
            }
        }
    }

    static void requester(String path, UserId id, Execution execution, Violations found) {
        if (active(id, execution).isEmpty()) {
            found.add(path, "unknown_user", "user " + id + " is unknown or not active", Map.of("user", id.toString()));
        }
    }

    private static Optional<User> active(UserId id, Execution execution) {
        // Those whom the command itself mentions were read with it; a default of a form may name somebody else.
        return execution
                .user(id)
                .or(() -> execution.unit().users().findAll(Set.of(id)).stream().findFirst())
                .filter(User::active);
    }
}
