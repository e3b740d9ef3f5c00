/**
 * Labels that say what may be relied on and who implements a type. Every public type of the published modules carries
 * both {@link io.tikit.api.annotation.Stability} and {@link io.tikit.api.annotation.ImplementedBy}; the compatibility
 * policy in the documentation says what each level promises.
 */
@NullMarked
package io.tikit.api.annotation;

import org.jspecify.annotations.NullMarked;
