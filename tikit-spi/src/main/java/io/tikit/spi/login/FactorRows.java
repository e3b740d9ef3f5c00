package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.util.List;
import java.util.UUID;

/**
 * Second factors.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface FactorRows {
    /**
     * All factors of a user.
     *
     * @param user whose
     * @return the factors, oldest first
     */
    List<LoginFactor> of(UserId user);

    /**
     * Inserts a factor.
     *
     * @param factor of a user who exists
     */
    void insert(LoginFactor factor);

    /**
     * Says that a factor was used, which moves its counter on; of several who do so from the same counter at once, one
     * does.
     *
     * @param factor the factor with its new counter and time
     * @param before the counter that it must still have
     * @return whether this unit did
     */
    boolean use(LoginFactor factor, long before);

    /**
     * Gives a factor another label.
     *
     * @param user whose it must be
     * @param id which
     * @param label at most 100 characters
     * @return whether it was there
     */
    boolean rename(UserId user, UUID id, String label);

    /**
     * Deletes a factor.
     *
     * @param user whose it must be
     * @param id which
     * @return whether it was there
     */
    boolean delete(UserId user, UUID id);
}
