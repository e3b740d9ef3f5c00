/** Tests of the search index on Lucene. */
@NullMarked
package io.tikit.lucene;

import org.jspecify.annotations.NullMarked;
