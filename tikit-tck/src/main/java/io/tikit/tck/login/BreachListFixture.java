package io.tikit.tck.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.login.BreachedPasswordList;
import java.util.Set;

/**
 * What the author of a list of breached passwords gives to the contract. Each test has a fixture of its own.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface BreachListFixture {
    /**
     * A list, not yet open, with these hashes and no others. Closed by the contract.
     *
     * @param sha1s hashes of 40 hexadecimal digits in upper case
     * @return the list
     */
    BreachedPasswordList list(Set<String> sha1s);

    /**
     * Makes the list unreachable, or reachable again.
     *
     * @param broken whether it cannot be asked from now on
     */
    void breakOutside(boolean broken);
}
