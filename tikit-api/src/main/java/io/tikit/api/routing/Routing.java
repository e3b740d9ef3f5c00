package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who gets a ticket: the team by the desk's rules, inside the create, and the agent a moment later. Safe for use by several
 * threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Routing {
    /**
     * Says why a ticket went where it is, from what was recorded then. For those who read notes; the others who
     * did not get it are named only to those who work on the ticket in its team and to those who may change agents.
     *
     * @param ticket which ticket
     * @return the last decisions
     * @throws io.tikit.api.error.NotFoundException with code TICKET_NOT_FOUND if it may not be seen
     * @throws io.tikit.api.error.NotPermittedException if the caller may not read facts
     * @throws io.tikit.api.error.InvalidException if its team or its assignee is hidden from the caller
     */
    RoutingExplanation explain(TicketId ticket);

    /**
     * Tells with whom a ticket was, from what was recorded then. For those who read notes.
     *
     * @param ticket which ticket
     * @return what was counted since it was created, with the latest 1,000 intervals
     * @throws io.tikit.api.error.NotFoundException with code TICKET_NOT_FOUND if it may not be seen
     * @throws io.tikit.api.error.NotPermittedException if the caller may not read facts
     * @throws io.tikit.api.error.InvalidException if its team or its assignee is hidden from the caller
     */
    AssignmentHistory history(TicketId ticket);

    /**
     * Lists what waits in the queue of a team, in the order in which it is routed: by age, where a priority counts as much as
     * some time of waiting. Read from storage, so it is exact, and of tickets that the caller may see alone.
     *
     * @param team which team
     * @param page where to begin and how many; a cursor stays good while tickets come and go
     * @return open tickets of the team that nobody has
     * @throws io.tikit.api.error.InvalidException if the cursor is of another list, or teams or assignees are hidden from
     *     the caller
     */
    Page<TicketSummary> queue(TeamId team, PageRequest page);

    /**
     * Counts what is in the queue of a team.
     *
     * @param team which team
     * @return how full it is
     * @throws io.tikit.api.error.InvalidException if teams or assignees are hidden from the caller
     */
    QueueState queueState(TeamId team);

    /**
     * Asks where past tickets would have gone by other rules, a page at a time. Tickets are as they were when they were
     * created, the priority included that a rule may have given. Nothing is written. For those who change the set-up of the
     * desk and see all of it.
     *
     * @param question which rules and which tickets
     * @param goOn is told after each page how far it is, on the caller's thread, and answers whether to go on
     * @return what would have been otherwise
     * @throws io.tikit.api.error.InvalidException with what is wrong with the drafts
     */
    RoutingSimulation simulate(SimulateRouting question, Predicate<RoutingProgress> goOn);

    /**
     * Sets an agent up. For those who set up agents.
     *
     * @param command who, with what capacity, skills and shifts
     * @return the agent
     * @throws io.tikit.api.error.InvalidException if the user does not work on tickets or a value is out of range
     */
    Agent update(UpdateAgent command);

    /**
     * Says whether an agent is there. Everybody may for oneself, those who set up agents for all.
     *
     * @param command who and what
     * @return the agent
     * @throws io.tikit.api.error.NotFoundException with code USER_NOT_FOUND if the agent was never set up
     */
    Agent present(SetPresence command);

    /**
     * Finds an agent. Everybody may find oneself.
     *
     * @param user who
     * @return the agent, or empty if the user was never set up as one or may not be seen
     */
    Optional<Agent> agent(UserId user);

    /**
     * Plans an absence. Everybody may for oneself, those who set up agents for all.
     *
     * @param command who, when and who instead
     * @return the absence
     * @throws io.tikit.api.error.InvalidException if it ends before it begins or the substitute does not work on tickets
     */
    Absence absent(AddAbsence command);

    /**
     * Takes an absence back.
     *
     * @param command which
     * @return whether there was one
     */
    boolean absent(RemoveAbsence command);

    /**
     * Lists absences of an agent that have not ended, the earliest first.
     *
     * @param user who
     * @return at most 100
     */
    List<Absence> absences(UserId user);

    /**
     * Gives tickets that wait to agents now. For those who set up agents; the engine does it by itself.
     *
     * @param team which team
     * @return what was done
     */
    RoutedTeam route(TeamId team);

    /**
     * Who has a ticket, by hand.
     *
     * @return the service, for the same caller
     */
    Assignments assignments();
}
