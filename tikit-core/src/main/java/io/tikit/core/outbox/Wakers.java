package io.tikit.core.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who are woken after every commit of this node, and the one who is woken when timers were scheduled. */
@Singleton
public final class Wakers {
    private final List<Runnable> all = new CopyOnWriteArrayList<>();
    private volatile Runnable timers = () -> {};

    @Inject
    Wakers() {}

    void add(Runnable waker) {
        all.add(waker);
    }

    void remove(Runnable waker) {
        all.remove(waker);
    }

    void wakeAll() {
        all.forEach(Runnable::run);
    }

    /** Who looks after timers. */
    public void onTimers(Runnable waker) {
        timers = waker;
    }

    void wakeTimers() {
        timers.run();
    }
}
