/**
 * The entry: {@link io.tikit.api.Tikit} is the running engine, {@link io.tikit.api.Caller} says who calls, and
 * {@link io.tikit.api.Desk} is what a caller works with. Read these three first, then the service that is needed, each
 * in the package of its feature.
 *
 * <p>Everything here is safe for use by several threads at once, and null is never accepted or returned.
 */
@NullMarked
package io.tikit.api;

import org.jspecify.annotations.NullMarked;
