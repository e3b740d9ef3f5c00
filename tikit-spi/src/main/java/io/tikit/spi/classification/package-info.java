/**
 * Suggestions for fields of new tickets from what people decided before: {@link io.tikit.spi.classification.Classifier}.
 * It is taught texts of tickets with the values that people left standing, per tenant, and suggests values with a
 * confidence. It suggests; people and rules decide.
 */
@NullMarked
package io.tikit.spi.classification;

import org.jspecify.annotations.NullMarked;
