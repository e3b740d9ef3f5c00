/**
 * What every text extractor must keep: {@link io.tikit.tck.extraction.TextExtractorContract}.
 */
@NullMarked
package io.tikit.tck.extraction;

import org.jspecify.annotations.NullMarked;
