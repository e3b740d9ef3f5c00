/**
 * A shop on Spring Boot with a help desk inside. {@link io.tikit.samples.shop.Orders} writes an order and opens a ticket
 * in one transaction; {@link io.tikit.samples.shop.SpringTransactions} is the bridge that makes this so, and
 * {@link io.tikit.samples.shop.DeskConfiguration} the whole set-up.
 */
@NullMarked
package io.tikit.samples.shop;

import org.jspecify.annotations.NullMarked;
