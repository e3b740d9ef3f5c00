package io.tikit.core.ticket;

import io.tikit.api.access.Permission;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.core.access.Access;
import io.tikit.core.access.TicketView;
import io.tikit.core.pipeline.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What speaks against taking a ticket or putting it back: asked by commands and by what is offered alike. Pure. */
public final class HandRules {
    private static final String NOT_PERMITTED = "not_permitted";

    private HandRules() {}

    /** All that speaks against taking a ticket that nobody has. */
    public static List<Violation> take(Session who, Ticket ticket) {
        List<Violation> found = common(who, ticket, Permission.TICKET_TAKE);
        if (ticket.team()
                .filter(team -> !who.authority().teams().contains(team))
                .isPresent()) {
            found.add(notMember());
        }
        if (ticket.assignee().isPresent() && !isMine(who, ticket)) {
            found.add(Violation.of("assignee", "taken", "somebody else has this ticket already"));
        }
        return found;
    }

    static Violation notMember() {
        return Violation.of("team", "not_a_member", "this is the queue of a team to which the caller does not belong");
    }

    /** All that speaks against taking a ticket from whoever has it. */
    public static List<Violation> steal(Session who, Ticket ticket) {
        return common(who, ticket, Permission.TICKET_STEAL);
    }

    /** All that speaks against putting a ticket back into the queue. */
    public static List<Violation> release(Session who, Ticket ticket) {
        boolean mine = isMine(who, ticket) && Access.may(who, Permission.TICKET_TAKE, ticket);
        List<Violation> found = new ArrayList<>();
        if (!mine && !Access.may(who, Permission.TICKET_ASSIGN, ticket)) {
            found.add(TicketRules.notPermitted(who, Permission.TICKET_ASSIGN));
        }
        writes(who, ticket, found);
        return found;
    }

    /** Whether the caller has the ticket. */
    public static boolean isMine(Session who, Ticket ticket) {
        Optional<UserId> me = who.user();
        return me.isPresent() && me.equals(ticket.assignee());
    }

    private static List<Violation> common(Session who, Ticket ticket, Permission permission) {
        List<Violation> found = new ArrayList<>();
        if (!Access.may(who, permission, ticket)) {
            found.add(TicketRules.notPermitted(who, permission));
        }
        if (who.user().isEmpty() || !Access.worksOnTickets(who, who.role())) {
            found.add(Violation.of("assignee", "not_an_agent", "the caller does not work on tickets"));
        }
        if (!ticket.state().isOpen()) {
            found.add(Violation.of("state", "not_open", "the ticket is solved or closed"));
        }
        writes(who, ticket, found);
        return found;
    }

    private static void writes(Session who, Ticket ticket, List<Violation> found) {
        String field = TicketFields.ASSIGNEE.key();
        if (!TicketView.writes(who, field, ticket)) {
            found.add(new Violation(
                    field,
                    "field_not_writable",
                    "the role " + who.role() + " may not write the field '" + field + "' here",
                    Map.of("field", field)));
        }
    }

    /** Refuses if something speaks against it; what is not permitted comes first. */
    public static void require(List<Violation> refusals) {
        refusals.stream()
                .filter(violation -> violation.key().equals(NOT_PERMITTED))
                .findFirst()
                .ifPresent(violation -> {
                    throw new NotPermittedException(ErrorCode.NOT_PERMITTED, violation.message());
                });
        if (!refusals.isEmpty()) {
            throw new InvalidException(ErrorCode.INVALID_COMMAND, refusals);
        }
    }

    /** Refuses those who are not of a team. */
    public static void requireMember(Session who, TeamId team) {
        if (!who.authority().teams().contains(team)) {
            require(List.of(notMember()));
        }
    }
}
