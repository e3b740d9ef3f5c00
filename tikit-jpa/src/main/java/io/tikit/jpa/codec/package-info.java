/**
 * How values become columns: field values as compact JSON, texts as digests, ids as bytes, actors as flat columns.
 */
@NullMarked
package io.tikit.jpa.codec;

import org.jspecify.annotations.NullMarked;
