package io.tikit.core.routing;

/** How a team's tickets find an agent. */
enum Strategy {
    /** People give and take them. */
    MANUAL,
    /** One after the other. */
    ROUND_ROBIN,
    /** Whoever has the most room. */
    LEAST_LOADED,
    /** Whoever has the most of the preferred skills, and of equals whoever has the most room. */
    SKILL_BASED;

    boolean isAutomatic() {
        return this != MANUAL;
    }
}
