package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * What becomes of a response.
 *
 * @param <T> what it gives when it is good
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface PasskeyVerdict<T> {
    /**
     * It is good.
     *
     * @param value what it gives
     * @param <T> what it gives
     */
    record Accepted<T>(T value) implements PasskeyVerdict<T> {
        /** Checks that nothing is null. */
        public Accepted {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * It is not.
     *
     * @param reason why, for the history
     * @param <T> what it would have given
     */
    record Refused<T>(Reason reason) implements PasskeyVerdict<T> {
        /** Checks that nothing is null. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Why a response is not good; of several the first in this order. */
    enum Reason {
        /** It is not of the form of a response. */
        MALFORMED,
        /** It is of the other kind: made instead of used, or used instead of made. */
        KIND,
        /** It answers another challenge. */
        CHALLENGE,
        /** It comes from another origin, or from within another one. */
        ORIGIN,
        /** It is for another relying party. */
        RELYING_PARTY,
        /** It is of another passkey or owner. */
        CREDENTIAL,
        /** Nobody was there when it was made. */
        PRESENCE,
        /** The device did not verify its user although that was asked for. */
        VERIFICATION,
        /** The key has a form that is not taken. */
        KEY,
        /** The signature is not of this passkey. */
        SIGNATURE
    }
}
