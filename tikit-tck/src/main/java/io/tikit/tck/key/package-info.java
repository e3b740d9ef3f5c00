/**
 * What every key provider must keep: {@link io.tikit.tck.key.KeyProviderContract}. Beside it a provider in memory, for
 * tests of whoever encrypts.
 */
@NullMarked
package io.tikit.tck.key;

import org.jspecify.annotations.NullMarked;
