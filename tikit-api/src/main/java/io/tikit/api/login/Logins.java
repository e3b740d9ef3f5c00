package io.tikit.api.login;

import io.tikit.api.Caller;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.util.function.Consumer;

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

    /**
     * Gives the second proof where {@link LoginResult.SecondFactorNeeded} asks for one. Wrong codes count as failures.
     *
     * @param continuation of that answer; good for one right answer
     * @param way by which means; PASSKEY is always refused here, see {@link #passkeys}
     * @param code what the person typed
     * @return the next step
     */
    LoginResult answer(Continuation continuation, LoginResult.Way way, String code);

    /**
     * Begins to set up an app for codes where {@link LoginResult.SecondFactorSetUpNeeded} asks for one.
     *
     * @param continuation of that answer
     * @param label what the person calls the app, 1 to 100 characters
     * @return what the app needs; its continuation goes on with the sign-in
     * @throws io.tikit.api.error.NotPermittedException with code LOGIN_REFUSED if the continuation is not good (any more)
     */
    TotpSetUp beginTotp(Continuation continuation, String label);

    /**
     * Ends that set-up by a code of the app, and signs in.
     *
     * @param continuation of the set-up
     * @param code the present code
     * @return the next step
     */
    LoginResult finishTotp(Continuation continuation, String code);

    /**
     * Signing in by passkeys.
     *
     * @return the service, for this tenant and origin
     */
    PasskeyLogins passkeys();

    /**
     * Asks for a mail by which somebody can set a new password. Returns the same, after the same work, whether anybody has
     * that name; too many mails are passed over.
     *
     * @param name the mail address or subject, any text
     * @param mailer sends the mail; called by a thread of the engine's, or not at all
     */
    void requestReset(String name, Consumer<PasswordMail> mailer);

    /**
     * Sets a password by a mail of reset or invitation, and signs in as far as that is enough. All sessions from before
     * end, and so do failures that were counted.
     *
     * @param token from the mail; good once
     * @param password the new one
     * @return the next step; refused if the token is not good (any more)
     * @throws io.tikit.api.error.InvalidException with the violations of the desk's rules; the token stays good
     */
    LoginResult setPassword(OneTimeToken token, Password password);

    /**
     * Tells which program shows an API key. What is made of the caller checks the key at each call.
     *
     * @param secret as it was handed out
     * @return the caller, for {@link io.tikit.api.Tikit#as}
     * @throws io.tikit.api.error.NotPermittedException with code LOGIN_ENDED if the key is malformed, unknown to this
     *     tenant, ended or revoked, or not for this address
     * @throws io.tikit.api.error.LimitException with code LOGIN_RATE if the key was used too often; also at each call
     */
    Caller caller(ApiKeySecret secret);

    /**
     * Takes down a login that the host has carried out itself, so that the history is complete. Nothing else comes of it.
     *
     * @param user who signed in, or whose name it was
     * @param kind SIGNED_IN, SIGNED_OUT or REFUSED
     * @param detail by which means or why: lower-case ASCII letters, digits and underscore, at most 40 characters
     * @throws io.tikit.api.error.InvalidException if the kind or detail is not one of those, or there is no such user
     */
    void report(UserId user, LoginEntry.Kind kind, String detail);
}
