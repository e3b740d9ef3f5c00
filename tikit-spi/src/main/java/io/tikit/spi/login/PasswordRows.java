package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.util.List;

/**
 * Hashes of passwords.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface PasswordRows {
    /**
     * The passwords of a user.
     *
     * @param user whose
     * @param limit how many at most
     * @return the present one first, then the earlier ones
     */
    List<StoredPassword> of(UserId user, int limit);

    /**
     * Inserts a password. A number that is taken shows at the commit or before, as STORAGE_CONFLICT.
     *
     * @param password of a user who exists
     */
    void insert(StoredPassword password);

    /**
     * Replaces the hash of a password by another one of the same password.
     *
     * @param password the password with its new hash
     * @param before the hash that it must still have
     * @return whether it had
     */
    boolean rehash(StoredPassword password, String before);

    /**
     * Deletes the earlier passwords of a user.
     *
     * @param user whose
     * @param below those with a smaller number
     */
    void forget(UserId user, int below);
}
