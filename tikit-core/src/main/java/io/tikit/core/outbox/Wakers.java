package io.tikit.core.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who are woken after every commit of this node. */
@Singleton
final class Wakers {
    private final List<Runnable> all = new CopyOnWriteArrayList<>();

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
}
