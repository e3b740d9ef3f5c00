/**
 * How commands join the transactions of the host: {@link io.tikit.spi.transaction.HostTransaction} is the bridge that a
 * host gives to the engine's builder.
 */
@NullMarked
package io.tikit.spi.transaction;

import org.jspecify.annotations.NullMarked;
