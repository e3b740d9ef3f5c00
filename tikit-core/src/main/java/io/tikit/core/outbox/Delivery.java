package io.tikit.core.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Whether this node reacts to commits at all; an operator may pause it. */
@Singleton
public final class Delivery {
    private volatile boolean paused;

    @Inject
    Delivery() {}

    public boolean isPaused() {
        return paused;
    }

    public void setPaused(boolean value) {
        paused = value;
    }
}
