/**
 * What {@link io.tikit.spi.channel channels} and {@link io.tikit.spi.notification notifiers} have in common: who is
 * reached ({@link io.tikit.spi.delivery.Address}) and what became of it ({@link io.tikit.spi.delivery.Receipt}).
 *
 * <p>Deliveries have three ends. <em>Accepted</em> and <em>rejected</em> (for good) are answers, in a receipt. What may
 * go better later is an {@link io.tikit.api.error.UnavailableException} with code PART_UNAVAILABLE: the engine tries
 * again, with growing pauses and always under the same key.
 */
@NullMarked
package io.tikit.spi.delivery;

import org.jspecify.annotations.NullMarked;
