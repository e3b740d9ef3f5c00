package io.tikit.core.ticket;

import io.tikit.api.access.Permission;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.people.Team;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.TicketChange;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changes somebody may make, and whom they may name. */
final class TicketRules {
    private TicketRules() {}

    /** Customers describe a new ticket; where it goes is not theirs to say. */
    static void requireMayCreateWith(Session session, List<TicketChange> changes) {
        for (TicketChange change : changes) {
            boolean descriptive = change instanceof TicketChange.SetSubject
                    || change instanceof TicketChange.SetType
                    || change instanceof TicketChange.SetPriority
                    || change instanceof TicketChange.SetCategory
                    || change instanceof TicketChange.SetField
                    || change instanceof TicketChange.ClearField;
            if (!descriptive) {
                requireMayChange(session, change);
            }
        }
    }

    /** Customers may say that their own ticket is solved; all else is for those who work on it. */
    static void requireMayChange(Session session, List<TicketChange> changes, Workflow workflow) {
        for (TicketChange change : changes) {
            boolean solved = change instanceof TicketChange.SetStatus set
                    && workflow.state(set.value())
                            .filter(State.RESOLVED::equals)
                            .isPresent();
            if (!solved) {
                requireMayChange(session, change);
            }
        }
    }

    private static void requireMayChange(Session session, TicketChange change) {
        if (!Access.may(session, Permission.TICKET_CHANGE)) {
            throw new NotPermittedException(
                    ErrorCode.NOT_PERMITTED, "the role " + session.role() + " may not change '" + change.field() + "'");
        }
    }

    /** Those whom a command names must be there and fit. */
    static void checkNamed(List<TicketChange> changes, Execution execution, Violations found) {
        for (TicketChange change : changes) {
            if (change instanceof TicketChange.SetRequester set) {
                requester("requester", set.value(), execution, found);
            } else if (change instanceof TicketChange.SetAssignee set) {
                if (active(set.value(), execution)
                        .filter(user -> Access.worksOnTickets(user.role()))
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
        return execution.user(id).filter(User::active);
    }
}
