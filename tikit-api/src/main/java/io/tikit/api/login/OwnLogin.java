package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import java.util.List;

/**
 * The caller's own ways in. For callers that are a user; who acts as somebody else, and programs with an API key, may
 * look and change nothing.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface OwnLogin {
    /**
     * Changes the password. All other sessions end.
     *
     * @param present the present one; wrong ones count as failures
     * @param next the new one
     * @throws io.tikit.api.error.NotPermittedException with code LOGIN_REFUSED if the present one is wrong or there were
     *     too many failures
     * @throws io.tikit.api.error.InvalidException with the violations of the desk's rules
     */
    void changePassword(Password present, Password next);

    /**
     * Where the caller is signed in, latest first.
     *
     * @return at most 200 sessions
     */
    List<LoginSession> sessions();

    /**
     * Ends one of the caller's sessions.
     *
     * @param session which; an unknown one is passed over
     */
    void revoke(LoginId session);

    /**
     * Ends all of the caller's sessions but the one that calls.
     *
     * @return how many
     */
    int revokeOthers();

    /**
     * What happened to the caller's ways in, latest first.
     *
     * @param page how many, from where
     * @return one page
     * @throws io.tikit.api.error.InvalidException if the cursor belongs to another query
     */
    Page<LoginEntry> history(PageRequest page);

    /**
     * The caller's second factors.
     *
     * @return the service, bound to this desk's caller
     */
    OwnFactors factors();

    /**
     * Keys for programs.
     *
     * @return the service, bound to this desk's caller
     */
    ApiKeys keys();

    /**
     * Begins to act as somebody else. The caller stays the actor of all events, on behalf of that person, and may do what
     * that person may. Needs the permission for it, and every permission that the other person has. Ends by
     * {@link Logins#signOut} or with its time; both persons' histories tell of it.
     *
     * @param wish as whom, why and for how long
     * @return the session of it
     * @throws io.tikit.api.error.NotPermittedException if the caller lacks a permission
     * @throws io.tikit.api.error.InvalidException if the wish is not acceptable
     */
    LoginResult.SignedIn actAs(ActAs wish);
}
