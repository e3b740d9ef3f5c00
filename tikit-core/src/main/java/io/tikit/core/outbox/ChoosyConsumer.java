package io.tikit.core.outbox;

import io.tikit.api.event.Event;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.work.WorkConsumer;

/** A consumer of the engine itself that wants only some of the events of its types. */
public interface ChoosyConsumer extends WorkConsumer {
    /** Whether an event makes work; decided from memory, in the unit that is about to commit it. */
    boolean wants(Event event, UnitOfWork unit);
}
