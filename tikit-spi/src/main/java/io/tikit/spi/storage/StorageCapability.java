package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What a storage can do beyond the common contract. The contract kit expects all of them; leaving one out is declared.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum StorageCapability {
    /** Several processes may use the same data at once. */
    SHARED,
    /** Units can join the host's transaction. */
    HOST_TRANSACTIONS,
    /** What was committed survives the death of the process. */
    DURABLE
}
