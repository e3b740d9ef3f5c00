package io.tikit.spi.key;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What a key provider can do. It has all of them unless it says otherwise; the contract kit tests each that it has, and
 * that it refuses what it leaves out.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum KeyCapability {
    /** Makes a new current key when asked. Without it {@link KeyProvider#rotate} is refused with NOT_SUPPORTED. */
    ROTATION,
    /** Destroys keys for good. Without it {@link KeyProvider#destroy} is refused with NOT_SUPPORTED. */
    DESTRUCTION
}
