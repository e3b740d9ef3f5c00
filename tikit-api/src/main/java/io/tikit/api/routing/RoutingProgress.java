package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * How far work on many tickets is.
 *
 * @param done how many tickets are done, those that were refused included
 * @param refused how many of them were refused
 * @param total how many there are in all, as far as is known
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record RoutingProgress(int done, int refused, int total) {}
