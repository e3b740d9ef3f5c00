/**
 * What every classifier must keep: {@link io.tikit.tck.classification.ClassifierContract}.
 */
@NullMarked
package io.tikit.tck.classification;

import org.jspecify.annotations.NullMarked;
