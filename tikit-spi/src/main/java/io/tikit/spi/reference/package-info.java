/**
 * Live references from tickets to objects of the host, such as a customer's contract or an order:
 * {@link io.tikit.spi.reference.ReferenceResolver} tells which of them are there and what people call them. A custom field of
 * the kind {@code reference} names its resolver.
 */
@NullMarked
package io.tikit.spi.reference;

import org.jspecify.annotations.NullMarked;
