package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;

/**
 * The caller's second factors (REQ-UM-009).
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
     * Makes ten codes, each of which stands for a second factor once. Earlier ones no longer do.
     *
     * @return the codes, which cannot be had again
     */
    List<String> makeRecoveryCodes();

    /**
     * Removes a factor; with the last one the recovery codes go too.
     *
     * @param factor which; an unknown one is passed over
     * @param password the caller's password
     * @throws io.tikit.api.error.NotPermittedException with code LOGIN_REFUSED if the password is wrong
     */
    void remove(LoginId factor, Password password);
}
