package io.tikit.core.pipeline;

import io.tikit.api.Caller;

/** Settles who a caller is. */
public interface Identities {
    /**
     * Finds the user behind a caller and the role; answers from memory for a short while.
     *
     * @throws io.tikit.api.error.NotPermittedException if the user is unknown or not active
     */
    Session settle(Caller caller, Session.@org.jspecify.annotations.Nullable Reaction reaction);
}
