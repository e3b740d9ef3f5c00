package io.tikit.core.routing;

import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.TicketType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the desk routes as a whole: the body of {@code routing/desk}. What a ticket weighs is the same for all teams, since an
 * agent in several of them has one capacity.
 *
 * @param mode how one of several rules that hold is chosen
 * @param weights what tickets take of an agent's capacity; the first one that fits counts
 * @param step how much waiting a step of priority is worth in a queue
 */
record RoutingSettings(Mode mode, List<Weight> weights, Duration step) {
    static final String KIND = "routing";
    static final DocumentKey DOCUMENT = new DocumentKey(KIND, "desk");
    static final RoutingSettings PLAIN = new RoutingSettings(Mode.FIRST, List.of(), Duration.ofHours(1));

    RoutingSettings {
        weights = List.copyOf(weights);
    }

    /** How a rule is chosen. */
    enum Mode {
        /** The first one that holds. */
        FIRST,
        /** The team whose rules that hold have the most points together. */
        SCORED
    }

    /**
     * What some tickets weigh.
     *
     * @param type of which type; empty for all
     * @param state in which state; empty for all
     * @param points how much they take
     */
    record Weight(Optional<TicketType> type, Optional<State> state, int points) {
        boolean fits(TicketType ofType, State inState) {
            return type.filter(t -> t != ofType).isEmpty()
                    && state.filter(s -> s != inState).isEmpty();
        }
    }

    /** What a ticket takes; 1 unless the desk says otherwise. */
    int weight(TicketType type, State state) {
        return weights.stream()
                .filter(weight -> weight.fits(type, state))
                .findFirst()
                .map(Weight::points)
                .orElse(1);
    }
}
