/**
 * Full text over tickets and their conversations: {@link io.tikit.api.search.Search} answers a
 * {@link io.tikit.api.search.SearchQuery} with {@link io.tikit.api.search.SearchHit}s. The index is normally under a
 * second behind the commits; what it finds is read from storage before it is shown.
 */
@NullMarked
package io.tikit.api.search;

import org.jspecify.annotations.NullMarked;
