package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * Signing in by passkeys (WebAuthn; REQ-UM-009): as the second step after a password, or alone where the policy allows it.
 * Needs a plugin that checks passkeys, and the relying party in the {@link LoginPolicy}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface PasskeyLogins {
    /**
     * Asks for any passkey of this desk, without a name. The device must verify its user, so this takes the place of
     * password and second factor.
     *
     * @return what the browser is asked
     * @throws io.tikit.api.error.NotPermittedException with code LOGIN_REFUSED if the policy does not allow it
     * @throws io.tikit.api.error.LimitException with code LOGIN_RATE if too much is asked from this address
     * @throws io.tikit.api.error.UnavailableException with code NOT_SUPPORTED if nothing here checks passkeys
     */
    PasskeyRequest begin();

    /**
     * Asks for a passkey where {@link LoginResult.SecondFactorNeeded} names {@link LoginResult.Way#PASSKEY}. That
     * continuation stays good, also for other ways.
     *
     * @param continuation of that answer
     * @return what the browser is asked
     * @throws io.tikit.api.error.NotPermittedException with code LOGIN_REFUSED if the continuation is not good (any more)
     * @throws io.tikit.api.error.UnavailableException with code NOT_SUPPORTED if nothing here checks passkeys
     */
    PasskeyRequest begin(Continuation continuation);

    /**
     * Asks for a new passkey where {@link LoginResult.SecondFactorSetUpNeeded} asks for a second factor.
     *
     * @param continuation of that answer
     * @param label what the person calls the passkey, 1 to 100 characters
     * @return what the browser is asked
     * @throws io.tikit.api.error.NotPermittedException with code LOGIN_REFUSED if the continuation is not good (any more)
     * @throws io.tikit.api.error.UnavailableException with code NOT_SUPPORTED if nothing here checks passkeys
     */
    PasskeyRequest beginSetUp(Continuation continuation, String label);

    /**
     * Goes on with what the browser answered. Wrong answers count as failures; none is good twice.
     *
     * @param continuation of the request
     * @param response in JSON, as the browser gave it; any text
     * @return the next step
     */
    LoginResult finish(Continuation continuation, String response);
}
