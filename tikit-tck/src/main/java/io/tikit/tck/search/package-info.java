/**
 * What every search index must keep: {@link io.tikit.tck.search.SearchIndexContract}, held against
 * {@link io.tikit.tck.search.ReferenceSearchIndex}, which looks at every document. The contract asks for whole words
 * only, so that an index is free in how it analyses language.
 */
@NullMarked
package io.tikit.tck.search;

import org.jspecify.annotations.NullMarked;
