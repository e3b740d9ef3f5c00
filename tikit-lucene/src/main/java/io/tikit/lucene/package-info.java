/**
 * The search index on Lucene. Entry type: {@link io.tikit.lucene.LucenePlugin}; behind it {@code LuceneSearchIndex}
 * keeps one index per tenant ({@code TenantIndexes}, {@code TenantIndex}).
 *
 * <p>A ticket is one document, each entry another one that names its ticket. So a change of a ticket analyses no
 * conversation anew. Words are looked for on both sides and joined when a search runs; conditions, the permission
 * among them, are asked of the ticket's document alone.
 *
 * <p>Invariants: {@code IndexFields} and {@code ValueForm} say how everything is written, {@code Documents} writes it
 * and {@code ConditionQueries} reads it, so that a condition means exactly what
 * {@link io.tikit.spi.condition.ConditionInterpreter} says. The text of a note lies in a field of its own that a search
 * without notes never names: it can neither be found nor move a score. No content is stored, only ids. Whoever changes
 * how documents are written raises {@code IndexFields.FORMAT}; an index of another format is emptied and fed anew.
 */
@NullMarked
package io.tikit.lucene;

import org.jspecify.annotations.NullMarked;
