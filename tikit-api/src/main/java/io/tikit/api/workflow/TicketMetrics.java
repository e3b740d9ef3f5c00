package io.tikit.api.workflow;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.EventId;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What happened to a ticket, in figures. Derived from its events and intervals each time it is asked, so that it cannot drift;
 * durations are of calendar time and end with the moment of asking. An <em>agent</em> is a person other than the present
 * requester who works on tickets by the role of today. Consumers, plugins, timers and services are not agents, so that what
 * they write, automatic answers among it, is neither a response nor a touch.
 *
 * @param ticket which ticket
 * @param at the moment of asking
 * @param firstResponse from the creation to the first reply of an agent; empty if there is none yet. Notes never count, nor
 *     does the description of a ticket that an agent opened
 * @param resolution from the creation to when the ticket became resolved or closed and has been so since; empty while it is open
 * @param stays each time in a status, the first one first, with the event that began it
 * @param inStatus how long it was in each status altogether
 * @param withAgent how long each agent had it altogether; empty if the caller may not read the assignee
 * @param withTeam how long each team had it altogether; empty if the caller may not read the team
 * @param reopens how often it went from a resolved or closed state back to an open one
 * @param touches how many replies, notes and changes agents made; each command counts once
 * @param replies how many replies agents wrote
 * @param handOvers how often it went from one agent to another, directly or by way of the queue
 * @param teamMoves how often it went from one team to another
 * @param complete whether all of the past was looked at; of tickets with more than 5,000 events only the first ones are
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record TicketMetrics(
        TicketId ticket,
        Instant at,
        Optional<Duration> firstResponse,
        Optional<Duration> resolution,
        List<Stay> stays,
        Map<Status, Duration> inStatus,
        Map<UserId, Duration> withAgent,
        Map<TeamId, Duration> withTeam,
        int reopens,
        int touches,
        int replies,
        int handOvers,
        int teamMoves,
        boolean complete) {
    /** Copies lists and maps. */
    public TicketMetrics {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(firstResponse, "firstResponse");
        Objects.requireNonNull(resolution, "resolution");
        stays = List.copyOf(stays);
        inStatus = Map.copyOf(inStatus);
        withAgent = Map.copyOf(withAgent);
        withTeam = Map.copyOf(withTeam);
    }

    /**
     * Whether the ticket was solved at one go.
     *
     * @return whether it is resolved or closed, never came back, and agents replied at most once
     */
    public boolean isOneTouch() {
        return resolution.isPresent() && reopens == 0 && replies <= 1;
    }

    /**
     * A time in a status.
     *
     * @param status the status
     * @param from when it began
     * @param to when it ended; empty while it lasts
     * @param cause the event that began it
     */
    public record Stay(Status status, Instant from, Optional<Instant> to, EventId cause) {
        /** Checks that nothing is null. */
        public Stay {
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(cause, "cause");
        }
    }
}
