/**
 * The classifier on Lucene. Entry type: {@link io.tikit.lucene.classification.LuceneClassifier}; behind it a
 * {@code TenantModel} per tenant.
 *
 * <p>A text becomes two bags: its words, and its pairs of neighbouring words ({@code TextWords}). What was taught is kept
 * as one document per ticket in an index of the tenant ({@code LessonStore}) and held in memory as {@code Knowledge}: who
 * has which word, and how much of each word each value of a field has. A question is answered by two witnesses: the
 * twenty nearest tickets, and the nearness to all tickets of a value taken together. {@code Mix} weighs them,
 * {@code Tuning} chooses the weights for each field by asking about tickets that were taught as if each were new, and
 * learns from the same answers how far a share of votes can be trusted ({@code Trust}) and when to say nothing.
 *
 * <p>Invariant: all sums are kept as whole numbers, so that taking a ticket away leaves exactly what would be there
 * without it; and answers do not depend on the order of learning, except by when the weights were chosen last.
 */
@NullMarked
package io.tikit.lucene.classification;

import org.jspecify.annotations.NullMarked;
