package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.util.Optional;

/**
 * Logins of the unit's tenant.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface LoginRepository {
    /**
     * Finds who signs in by a name.
     *
     * @param name a mail address, compared folded, or a subject, compared exactly; any text
     * @return the user; the one with the mail address before the one with the subject
     */
    Optional<UserId> user(String name);

    /**
     * Passwords.
     *
     * @return the rows
     */
    PasswordRows passwords();

    /**
     * Counts of failures.
     *
     * @return the rows
     */
    GuardRows guards();

    /**
     * Sessions, API keys and other tokens.
     *
     * @return the rows
     */
    TokenRows tokens();

    /**
     * Second factors.
     *
     * @return the rows
     */
    FactorRows factors();

    /**
     * The history of logins.
     *
     * @return the rows
     */
    LoginHistory history();
}
