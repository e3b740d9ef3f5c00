/**
 * Text out of files, for search: {@link io.tikit.spi.extraction.TextExtractor}. Files come from strangers, so that every
 * extraction is bounded in bytes, characters and time, and a damaged or hostile file is an ordinary outcome.
 */
@NullMarked
package io.tikit.spi.extraction;

import org.jspecify.annotations.NullMarked;
