package io.tikit.tck.key;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.key.KeyProvider;

/**
 * What the author of a key provider gives to the contract. Each test has a fixture of its own, without keys at first.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface KeyProviderFixture {
    /**
     * Another provider of the same keys, not yet open: a second node while the first one is open, or the next start after
     * its close. Closed by the contract.
     *
     * @return the provider
     */
    KeyProvider provider();

    /**
     * Makes the keys unreachable, or reachable again.
     *
     * @param broken whether they cannot be reached from now on
     */
    void breakOutside(boolean broken);
}
