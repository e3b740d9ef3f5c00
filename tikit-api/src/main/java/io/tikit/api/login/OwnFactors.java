package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;

/**
 * The caller's second factors (REQ-UM-009). To add one, or to make codes, the caller's session must have begun within the
 * last quarter of an hour, so that a session that was left open or stolen does not become a way in that stays; callers of
 * a host that signs its people in itself are taken as they are.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface OwnFactors {
    /**
     * What the caller has.
     *
     * @return the factors, oldest first
     */
    List<SecondFactor> list();

    /**
     * Begins to set up an app for codes (RFC 6238: six digits, 30 seconds, SHA-1).
     *
     * @param label what the caller calls it, 1 to 100 characters
     * @return what the app needs
     * @throws io.tikit.api.error.InvalidException if the label is not acceptable
     * @throws io.tikit.api.error.NotPermittedException with code LOGIN_NOT_FRESH if the session is too old
     */
    TotpSetUp beginTotp(String label);

    /**
     * Ends the set-up by a code of the app.
     *
     * @param continuation of the set-up
     * @param code the present code
     * @return the factor
     * @throws io.tikit.api.error.NotPermittedException with code LOGIN_REFUSED if the code is wrong or the time over
     */
    SecondFactor finishTotp(Continuation continuation, String code);

    /**
     * Begins to set up a passkey. Somebody may have twenty.
     *
     * @param label what the caller calls it, 1 to 100 characters
     * @return what the browser is asked
     * @throws io.tikit.api.error.InvalidException if the label is not acceptable, or there are twenty
     * @throws io.tikit.api.error.NotPermittedException with code LOGIN_NOT_FRESH if the session is too old, or LOGIN_REFUSED if
     *     the policy names no relying party
     * @throws io.tikit.api.error.UnavailableException with code NOT_SUPPORTED if nothing here checks passkeys
     */
    PasskeyRequest beginPasskey(String label);

    /**
     * Ends the set-up by what the browser answered.
     *
     * @param continuation of the request
     * @param response in JSON, as the browser gave it; any text
     * @return the factor
     * @throws io.tikit.api.error.NotPermittedException with code LOGIN_REFUSED if the answer is not good or the time over
     */
    SecondFactor finishPasskey(Continuation continuation, String response);

    /**
     * Calls a factor something else.
     *
     * @param factor which; an unknown one is passed over
     * @param label 1 to 100 characters
     * @throws io.tikit.api.error.InvalidException if the label is not acceptable
     */
    void rename(LoginId factor, String label);

    /**
     * Makes ten codes, each of which stands for a second factor once. Earlier ones no longer do.
     *
     * @return the codes, which cannot be had again
     * @throws io.tikit.api.error.NotPermittedException with code LOGIN_NOT_FRESH if the session is too old
     */
    List<String> makeRecoveryCodes();

    /**
     * Removes a factor; with the last one the recovery codes go too.
     *
     * @param factor which; an unknown one is passed over
     * @param password the caller's password
     * @throws io.tikit.api.error.NotPermittedException with code LOGIN_REFUSED if the password is wrong
     * @throws io.tikit.api.error.InvalidException if it is the last one of somebody whose role must have one
     */
    void remove(LoginId factor, Password password);

    /**
     * Removes a factor like {@link #remove(LoginId, Password)}, by a session that has just begun instead of the password.
     *
     * @param factor which; an unknown one is passed over
     * @throws io.tikit.api.error.NotPermittedException with code LOGIN_NOT_FRESH if the session is too old
     * @throws io.tikit.api.error.InvalidException if it is the last one of somebody whose role must have one
     */
    void remove(LoginId factor);
}
