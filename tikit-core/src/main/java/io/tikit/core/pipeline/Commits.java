package io.tikit.core.pipeline;

import io.tikit.api.event.Event;
import io.tikit.spi.storage.UnitOfWork;
import java.util.List;

/** What happens around a commit: rows for those who react are written with it, and they are woken after it. */
public interface Commits {
    void beforeCommit(UnitOfWork unit, List<Event> events);

    /** Quick and without exceptions; called on the thread of the caller. */
    void afterCommit(List<Recorded> committed);

    /** A committed unit scheduled timers; quick and without exceptions. */
    void afterScheduling();
}
