/**
 * Idempotency keys that were used.
 */
@NullMarked
package io.tikit.jpa.idempotency;

import org.jspecify.annotations.NullMarked;
