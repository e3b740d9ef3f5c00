package io.tikit.api.routing;

import io.tikit.api.Command;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives a ticket to a team, to an agent or to both (REQ-TM-009, REQ-TM-013). Given to a team alone, nobody has the ticket any
 * more and the team's routing goes on. A note is written in the same step; then the event is {@code ticket.noted}, else
 * {@code ticket.updated}. If nothing would change and there is no note, nothing is written.
 *
 * @param ticket which ticket
 * @param team into whose queue; empty to leave it where it is
 * @param agent to whom; empty for nobody, if a team is given
 * @param reason why, in a line of at most 255 characters that is kept with the event; empty if that goes without saying
 * @param note what the next one should know, 1 to 1,000,000 characters; agents alone read it
 * @param key a second command with the same key changes nothing and returns the ticket
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record AssignTicket(
        TicketId ticket,
        Optional<TeamId> team,
        Optional<UserId> agent,
        Optional<String> reason,
        Optional<String> note,
        Optional<IdempotencyKey> key)
        implements Command<Ticket> {
    /** Checks that nothing is null. */
    public AssignTicket {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(key, "key");
    }

    /**
     * To an agent, in the team where the ticket is.
     *
     * @param ticket which ticket
     * @param agent to whom
     * @return the command
     */
    public static AssignTicket to(TicketId ticket, UserId agent) {
        return new AssignTicket(
                ticket, Optional.empty(), Optional.of(agent), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * To a team and nobody in particular.
     *
     * @param ticket which ticket
     * @param team into whose queue
     * @return the command
     */
    public static AssignTicket to(TicketId ticket, TeamId team) {
        return new AssignTicket(
                ticket, Optional.of(team), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The same in the queue of a team.
     *
     * @param other into whose queue
     * @return a copy
     */
    public AssignTicket in(TeamId other) {
        return new AssignTicket(ticket, Optional.of(other), agent, reason, note, key);
    }

    /**
     * The same with a reason.
     *
     * @param why a line
     * @return a copy
     */
    public AssignTicket because(String why) {
        return new AssignTicket(ticket, team, agent, Optional.of(why), note, key);
    }

    /**
     * The same with a note.
     *
     * @param text plain text
     * @return a copy
     */
    public AssignTicket withNote(String text) {
        return new AssignTicket(ticket, team, agent, reason, Optional.of(text), key);
    }

    /**
     * With a name that makes a repetition harmless.
     *
     * @param idempotencyKey the name
     * @return a copy
     */
    public AssignTicket withKey(IdempotencyKey idempotencyKey) {
        return new AssignTicket(ticket, team, agent, reason, note, Optional.of(idempotencyKey));
    }

    /** Names the command without its texts, so that logs hold no personal data. */
    @Override
    public String toString() {
        return "AssignTicket " + ticket + " to " + agent + " in " + team;
    }
}
