package io.tikit.tck.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.login.BreachedPasswordList;
import java.util.Set;

/**
 * A list of breached passwords that lives as long as the test. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class InMemoryBreachList implements BreachedPasswordList {
    private final Set<String> hashes;
    private volatile boolean broken;

    /**
     * A list.
     *
     * @param hashes what it has, as 40 hexadecimal digits in upper case
     */
    public InMemoryBreachList(Set<String> hashes) {
        this.hashes = Set.copyOf(hashes);
    }

    /**
     * Makes it unreachable, or reachable again.
     *
     * @param now whether it cannot be asked from now on
     */
    public void breakOff(boolean now) {
        broken = now;
    }

    @Override
    public boolean contains(String sha1) {
        if (broken) {
            throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "the list cannot be reached", null);
        }
        return hashes.contains(sha1);
    }
}
