/**
 * Search: {@link io.tikit.core.search.IndexFeeder} keeps this node's index in step with the feed,
 * {@link io.tikit.core.search.SearchService} asks it and reads what it found from storage with the caller's permission.
 */
@NullMarked
package io.tikit.core.search;

import org.jspecify.annotations.NullMarked;
