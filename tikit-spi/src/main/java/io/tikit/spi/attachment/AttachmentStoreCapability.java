package io.tikit.spi.attachment;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What a store of attachments can do. A store has all of them unless it says otherwise; the contract kit tests each that
 * it has, and that it refuses what it leaves out.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum AttachmentStoreCapability {
    /**
     * Opens bytes from the middle without reading those before. Without it, {@link AttachmentStore#open} refuses an offset
     * with NOT_SUPPORTED, and the engine passes over the bytes before.
     */
    RANGE,
    /** What was written survives the death of the process. Without it, bytes are gone after the close. */
    DURABLE,
    /**
     * Nodes see each other's bytes. Without it each node has bytes of its own, and the engine does not report those that
     * it misses as lost when storage is shared.
     */
    SHARED
}
