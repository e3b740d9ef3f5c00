package io.tikit.spi.authentication;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What an authenticator can do. It has all of them unless it says otherwise; the contract kit tests each that it has, and
 * that it refuses what it leaves out with NOT_SUPPORTED.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum AuthenticatorCapability {
    /** Checks a name and a password. */
    PASSWORD,
    /** Checks a token that stands alone, such as an API key. */
    TOKEN,
    /** Sends people to an identity provider, from which they come back. */
    REDIRECT,
    /** Asks some people for a second proof. Without it nobody is asked, and answers are not supported. */
    SECOND_FACTOR
}
