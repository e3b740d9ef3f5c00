package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Looks after the ways in of others. Needs the permission for it; those of administrators need the permission to change
 * administrators as well.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface LoginAdministration {
    /**
     * Sets a password that its owner must change when signing in. All sessions of the user end.
     *
     * @param user whose
     * @param password the new one
     * @throws io.tikit.api.error.NotFoundException if there is no such user
     * @throws io.tikit.api.error.InvalidException with the violations of the desk's rules
     */
    void setPassword(UserId user, Password password);

    /**
     * Ends a lock and forgets the failures of an account.
     *
     * @param user whose
     * @throws io.tikit.api.error.NotFoundException if there is no such user
     */
    void unlock(UserId user);

    /**
     * Where somebody is signed in, latest first.
     *
     * @param user who
     * @return at most 200 sessions
     * @throws io.tikit.api.error.NotFoundException if there is no such user
     */
    List<LoginSession> sessions(UserId user);

    /**
     * Ends all sessions of somebody.
     *
     * @param user whose
     * @return how many
     * @throws io.tikit.api.error.NotFoundException if there is no such user
     */
    int revokeAll(UserId user);

    /**
     * The history of logins, latest first.
     *
     * @param user whose; empty for all, including names that nobody has
     * @param page how many, from where
     * @return one page
     * @throws io.tikit.api.error.InvalidException if the cursor belongs to another query
     */
    Page<LoginEntry> history(Optional<UserId> user, PageRequest page);

    /**
     * Makes what is to be sent to somebody so that they can set a password: an invitation of 7 days if they have none yet,
     * otherwise a reset of an hour. Mails from before no longer do.
     *
     * @param user to whom
     * @return the mail, for the host to send
     * @throws io.tikit.api.error.NotFoundException if there is no such user
     */
    PasswordMail passwordMail(UserId user);

    /**
     * Removes all second factors of somebody who has lost them, and ends their sessions.
     *
     * @param user whose
     * @throws io.tikit.api.error.NotFoundException if there is no such user
     */
    void removeFactors(UserId user);
}
