package io.tikit.spi.authentication;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Map;
import java.util.Objects;

/**
 * What somebody shows to prove who they are. Text forms hide it.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface Credentials {
    /**
     * A name and a password.
     *
     * @param name as it was typed, any text
     * @param password as it was typed
     */
    record Password(String name, Secret password) implements Credentials {
        /** Checks that nothing is null. */
        public Password {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(password, "password");
        }

        @Override
        public String toString() {
            return "Password[***]";
        }
    }

    /**
     * A token that stands alone.
     *
     * @param token the token
     */
    record Token(Secret token) implements Credentials {
        /** Checks that nothing is null. */
        public Token {
            Objects.requireNonNull(token, "token");
        }
    }

    /**
     * What an identity provider sent back, by way of the person's browser.
     *
     * @param continuation from {@link Authenticator#begin}, kept in the session of the person
     * @param parameters as they came
     */
    record Callback(String continuation, Map<String, String> parameters) implements Credentials {
        /** Copies the parameters. */
        public Callback {
            Objects.requireNonNull(continuation, "continuation");
            parameters = Map.copyOf(parameters);
        }

        @Override
        public String toString() {
            return "Callback[***]";
        }
    }

    /**
     * The answer to the question for a second proof.
     *
     * @param continuation from {@link Authentication.Unfinished}
     * @param code what the person typed
     */
    record Answer(String continuation, Secret code) implements Credentials {
        /** Checks that nothing is null. */
        public Answer {
            Objects.requireNonNull(continuation, "continuation");
            Objects.requireNonNull(code, "code");
        }

        @Override
        public String toString() {
            return "Answer[***]";
        }
    }
}
