package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * Knows passwords that are known to the world from thefts, such as a service that is asked by the first digits of a hash. It
 * never gets a password. The engine calls {@link #open} once, then {@link #contains} from several threads whenever somebody
 * sets a password, outside of transactions and for as long as {@code login.breach-list-patience} says, then {@link #close}.
 * Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface BreachedPasswordList extends AutoCloseable {
    /** Makes ready. */
    default void open() {}

    /**
     * Whether a password is in the list. Neither logs nor messages of exceptions hold the hash, from which a weak password
     * can be had; what leaves this machine holds no more than its first five digits.
     *
     * @param sha1 the SHA-1 of the password in UTF-8, as 40 hexadecimal digits in upper case
     * @return whether the list has it; never a guess
     * @throws io.tikit.api.error.UnavailableException with code PART_UNAVAILABLE if the list cannot be asked at the moment
     */
    boolean contains(String sha1);

    /** Gives up what it holds. A second call does nothing. */
    @Override
    default void close() {}
}
