package io.tikit.core.pipeline;

import io.tikit.api.Actor;
import io.tikit.api.Caller;
import io.tikit.spi.storage.UnitOfWork;

/** Settles who holds a session or API key of the desk's own. */
public interface Grants {
    /**
     * Checks that it is still good; at every call.
     *
     * @throws io.tikit.api.error.NotPermittedException if it is not, or the user is not active
     */
    Session settle(Caller caller, Actor.Login login, Session.@org.jspecify.annotations.Nullable Reaction reaction);

    /**
     * Checks within a call that takes long that what the caller came with is still good. It counts as no further call.
     *
     * @throws io.tikit.api.error.NotPermittedException if it is not, or a user behind it is not active
     */
    void requireGood(UnitOfWork unit, Grant grant);
}
