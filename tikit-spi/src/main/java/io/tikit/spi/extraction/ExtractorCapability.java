package io.tikit.spi.extraction;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What a text extractor can do. An extractor has all of them unless it says otherwise; the contract kit tests each that
 * it has, and that it refuses what it leaves out.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum ExtractorCapability {
    /** Reads files inside of files, such as an archive. Without it their outcome is UNSUPPORTED. */
    CONTAINERS,
    /** Reads words in pictures. Without it their outcome is UNSUPPORTED. */
    IMAGES
}
