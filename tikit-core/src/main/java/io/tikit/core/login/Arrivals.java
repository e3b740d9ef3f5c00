package io.tikit.core.login;

import io.tikit.api.people.User;
import io.tikit.core.pipeline.Execution;

/** What becomes of somebody who was invited and comes. */
@FunctionalInterface
public interface Arrivals {
    /** Makes active who is invited, within the unit in which they come; leaves everybody else as they are. */
    User arrived(Execution execution, User user);
}
