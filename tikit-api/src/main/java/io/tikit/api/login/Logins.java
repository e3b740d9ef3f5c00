package io.tikit.api.login;

import io.tikit.api.Caller;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * The door of a desk: here nobody is known yet. Bound to a tenant and an origin; cheap, safe for use by several threads.
 * What it writes is committed at once, in units of the engine's own, also inside a transaction of the host: a failure
 * that was rolled back would not count. No wrong input shows whether a name exists, by the answer or by the work that it
 * costs.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Logins {
    /**
     * Signs in by a password.
     *
     * @param name the mail address, or the subject, of somebody known to the desk; any text
     * @param password as it was typed
     * @return the next step
     * @throws io.tikit.api.error.UnavailableException with code PART_UNAVAILABLE if too many sign in at once; try again
     */
    LoginResult signIn(String name, Password password);

    /**
     * Sets a new password where {@link LoginResult.PasswordChangeNeeded} asks for one, and signs in. All sessions from
     * before end.
     *
     * @param continuation of that answer; good for one right answer
     * @param password the new one
     * @return the next step
     * @throws io.tikit.api.error.InvalidException with the violations of the desk's rules; the continuation stays good
     */
    LoginResult changePassword(Continuation continuation, Password password);

    /**
     * Tells who shows a session token. What is made of the caller checks at each call that the session is neither ended
     * nor revoked and its user is active.
     *
     * @param token as it was handed out
     * @return the caller, for {@link io.tikit.api.Tikit#as}; has the channel of this origin
     * @throws io.tikit.api.error.NotPermittedException with code LOGIN_ENDED if the token is unknown to this tenant,
     *     ended or revoked, or the address is not allowed
     */
    Caller caller(SessionToken token);

    /**
     * Ends a session. A token that is not good (any more) is passed over.
     *
     * @param token as it was handed out
     */
    void signOut(SessionToken token);
}
