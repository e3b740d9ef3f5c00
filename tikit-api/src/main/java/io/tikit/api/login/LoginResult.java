package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.User;
import java.util.Objects;
import java.util.Set;

/**
 * The answer to a step of signing in. No text form shows a secret.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface LoginResult {
    /**
     * They are in.
     *
     * @param token what to show from now on; it cannot be had again
     * @param user who it is
     * @param session the session that began
     */
    record SignedIn(SessionToken token, User user, LoginSession session) implements LoginResult {
        /** Checks that nothing is null. */
        public SignedIn {
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(session, "session");
        }
    }

    /**
     * The password is right; a second proof is needed.
     *
     * @param ways the ways that this person can use
     * @param continuation names this sign-in
     */
    record SecondFactorNeeded(Set<Way> ways, Continuation continuation) implements LoginResult {
        /** Copies the ways. */
        public SecondFactorNeeded {
            ways = Set.copyOf(ways);
            Objects.requireNonNull(continuation, "continuation");
        }
    }

    /**
     * The password is right; the role demands a second factor and this person has none yet.
     *
     * @param continuation names this sign-in
     */
    record SecondFactorSetUpNeeded(Continuation continuation) implements LoginResult {
        /** Checks that nothing is null. */
        public SecondFactorSetUpNeeded {
            Objects.requireNonNull(continuation, "continuation");
        }
    }

    /**
     * Everything is right, but the password is too old or was set by somebody else and has to be changed.
     *
     * @param continuation names this sign-in
     */
    record PasswordChangeNeeded(Continuation continuation) implements LoginResult {
        /** Checks that nothing is null. */
        public PasswordChangeNeeded {
            Objects.requireNonNull(continuation, "continuation");
        }
    }

    /**
     * Nobody is let in. The same answer whether the name, the password or the code is wrong, the account is locked or
     * not active, or the address is not allowed; the reason is in the history of logins.
     */
    record Refused() implements LoginResult {}

    /** Second proofs. The list grows. */
    enum Way {
        /** A code of six digits from an app. */
        TOTP,
        /** One of the codes that were written down. */
        RECOVERY_CODE,
        /** A passkey of a device, see {@link Logins#passkeys}. */
        PASSKEY
    }
}
