package io.tikit.spi.classification;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What a classifier can do. A classifier has all of them unless it says otherwise; the contract kit tests each that it
 * has, and that it refuses what it leaves out.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum ClassifierCapability {
    /**
     * Learns from a tenant's own tickets, and suggests what it was taught there alone. Without it, as with a model that
     * was trained elsewhere, {@link Classifier#learn} is refused with NOT_SUPPORTED.
     */
    LEARNING,
    /** Says by which words it came to a suggestion. Without it suggestions carry no evidence. */
    EVIDENCE,
    /**
     * Keeps what it was taught over a restart. Without it the engine teaches it again after each start, and an opened
     * classifier knows nothing.
     */
    DURABLE
}
