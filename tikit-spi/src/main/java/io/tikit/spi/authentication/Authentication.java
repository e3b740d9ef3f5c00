package io.tikit.spi.authentication;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * The answer to credentials.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface Authentication {
    /**
     * They are right.
     *
     * @param identity who it is
     */
    record Accepted(Identity identity) implements Authentication {
        /** Checks that nothing is null. */
        public Accepted {
            Objects.requireNonNull(identity, "identity");
        }
    }

    /**
     * They are right so far; a second proof is needed.
     *
     * @param continuation names this attempt: good for minutes, for its tenant and for one answer; printable ASCII that
     *     nobody can guess, at most 200 characters
     */
    record Unfinished(String continuation) implements Authentication {
        /** Checks that nothing is null. */
        public Unfinished {
            Objects.requireNonNull(continuation, "continuation");
        }

        @Override
        public String toString() {
            return "Unfinished[***]";
        }
    }

    /**
     * They do not do.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements Authentication {
        /** Checks that nothing is null. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Why credentials do not do. Whoever has not proven the right secret hears WRONG or LOCKED, and hears the same for
     * names that do not exist.
     */
    enum Reason {
        /** Unknown name, wrong secret, or a continuation that is not good (any more). */
        WRONG,
        /** Too many failures; for some time even the right secret does not do. Unknown names get locked as well. */
        LOCKED,
        /** The secret is right but no longer good, and has to be changed. */
        EXPIRED,
        /** The secret is right but the person is not let in. */
        DENIED
    }
}
