/**
 * Keys that protect what is stored: {@link io.tikit.spi.key.KeyProvider}. What was encrypted names the id of its key, so
 * that older keys stay until nothing needs them, and destroying a key makes everything under it unreadable, backups
 * included.
 */
@NullMarked
package io.tikit.spi.key;

import org.jspecify.annotations.NullMarked;
