package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Absence;
import io.tikit.api.routing.Agent;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Agents of the unit's tenant, and the queues of its teams as routing sees them. Whoever gives tickets to agents locks, in
 * this order: the team's turn, tickets by id, agents by id; counts what the agents have; and only then decides.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface RoutingRepository {
    /**
     * Reads several agents in one statement, or in one each.
     *
     * @param users at most 500
     * @return those that were set up, in any order
     */
    List<Agent> findAll(Collection<UserId> users);

    /**
     * Reads agents and locks their rows until the unit ends, one after the other in the order of their ids, so that those
     * who lock several do not wait for each other in a circle.
     *
     * @param users at most 500
     * @return those that were set up, as committed last, in the order of their ids
     * @throws io.tikit.api.error.ConflictException with code STORAGE_CONFLICT if a lock was not to be had in time
     */
    List<Agent> lockAll(Collection<UserId> users);

    /**
     * Writes an agent, new or changed; a changed one was locked by this unit.
     *
     * @param agent the agent
     */
    void save(Agent agent);

    /**
     * Lists absences that have not ended, the earliest first.
     *
     * @param agents at most 500
     * @param at ends after this count
     * @param limit how many at most
     * @return the absences
     */
    List<Absence> absences(Collection<UserId> agents, Instant at, int limit);

    /**
     * Writes a new absence.
     *
     * @param absence the absence
     */
    void insert(Absence absence);

    /**
     * Removes an absence.
     *
     * @param agent whose
     * @param absence which
     * @return whether there was one
     */
    boolean remove(UserId agent, UUID absence);

    /**
     * Locks the turn of a team until the unit ends, so that nobody else gives its tickets away meanwhile. A team that never
     * had one has one from then on.
     *
     * @param team which team
     * @return who got a ticket last; empty if nobody did
     * @throws io.tikit.api.error.ConflictException with code STORAGE_CONFLICT if the lock was not to be had in time, or
     *     another unit began the first turn of the team at the same time
     */
    Optional<UserId> lockTurn(TeamId team);

    /**
     * Keeps who got a ticket last; the turn was locked by this unit.
     *
     * @param team which team
     * @param last who
     */
    void turned(TeamId team, UserId last);

    /**
     * Counts the open tickets of agents.
     *
     * @param agents at most 500
     * @return a count for each kind of ticket that an agent has
     */
    List<Load> loads(Collection<UserId> agents);

    /**
     * Lists open tickets of a team that nobody has. A priority counts as much as so much time of waiting, and whoever waits
     * longest by that reckoning comes first; of equals the smaller id.
     *
     * @param team which team
     * @param step how much waiting a step of priority is worth
     * @param after the last one of the page before
     * @param limit how many at most
     * @return the tickets
     */
    List<Waiting> waiting(TeamId team, Duration step, Optional<Waiting> after, int limit);

    /**
     * How many tickets of a kind an agent has.
     *
     * @param agent who
     * @param type the type of the tickets
     * @param state their state, an open one
     * @param count how many
     */
    record Load(UserId agent, TicketType type, State state, long count) {
        /** Checks that nothing is null. */
        public Load {
            Objects.requireNonNull(agent, "agent");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(state, "state");
        }
    }

    /**
     * A ticket that waits.
     *
     * @param ticket which
     * @param priority its priority
     * @param since when it was created
     */
    record Waiting(TicketId ticket, Priority priority, Instant since) {
        /** Checks that nothing is null. */
        public Waiting {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(priority, "priority");
            Objects.requireNonNull(since, "since");
        }

        /**
         * Where it stands: the smaller, the further in front.
         *
         * @param step how much waiting a step of priority is worth
         * @return milliseconds since 1970, less what the priority is worth
         */
        @SuppressWarnings("EnumOrdinal") // priorities are declared from the lowest on, which is documented
        public long place(Duration step) {
            return since.toEpochMilli() - priority.ordinal() * step.toMillis();
        }
    }
}
