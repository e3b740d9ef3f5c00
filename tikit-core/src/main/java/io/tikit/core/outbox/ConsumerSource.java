package io.tikit.core.outbox;

import io.tikit.spi.work.WorkConsumer;
import java.util.List;

/** A part of the engine that has work of its own. */
public interface ConsumerSource {
    /** The consumers, always the same. */
    List<WorkConsumer> consumers();
}
