package io.tikit.core.routing;

import io.tikit.api.configuration.DocumentKey;

/**
 * How the desk routes as a whole: the body of {@code routing/desk}.
 *
 * @param mode how one of several rules that hold is chosen
 */
record RoutingSettings(Mode mode) {
    static final String KIND = "routing";
    static final DocumentKey DOCUMENT = new DocumentKey(KIND, "desk");
    static final RoutingSettings PLAIN = new RoutingSettings(Mode.FIRST);

    /** How a rule is chosen. */
    enum Mode {
        /** The first one that holds. */
        FIRST,
        /** The team whose rules that hold have the most points together. */
        SCORED
    }
}
