/**
 * Free search: {@link io.tikit.spi.search.SearchIndex} is fed from the feed and answers with ids, never with content.
 */
@NullMarked
package io.tikit.spi.search;

import org.jspecify.annotations.NullMarked;
