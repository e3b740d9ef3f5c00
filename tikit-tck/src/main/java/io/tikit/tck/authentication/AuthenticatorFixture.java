package io.tikit.tck.authentication;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.authentication.Authenticator;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the author of an authenticator gives to the contract: the authenticator, and people whom it knows. Each test has a
 * fixture of its own. Only what belongs to declared capabilities is asked for.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface AuthenticatorFixture {
    /** The name that the person of the contract types. */
    String NAME = "emily";

    /** The password of {@link #NAME}; longer than some algorithms look at. */
    String PASSWORD = "Correct horse \u00e4\u00df \ud83d\ude00 battery staple, and then a good many more words to come";

    /** The token that stands for the same person. */
    String TOKEN = "tck-token-5f2b9c7e8d1a4036";

    /** A person with the same password of whom a second proof is asked. */
    String GUARDED = "grace";

    /**
     * Another authenticator over the same people, not yet open: a second node or the next start. Closed by the contract.
     *
     * @return the authenticator; it knows {@link #NAME} with {@link #PASSWORD} and {@link #TOKEN}, and with capability
     *     SECOND_FACTOR {@link #GUARDED} with {@link #PASSWORD}
     */
    Authenticator authenticator();

    /**
     * Who {@link #NAME} is.
     *
     * @return the subject that the authenticator is to give
     */
    String subject();

    /**
     * Cuts off what the authenticator asks, or reconnects it.
     *
     * @param broken whether it cannot be reached from now on
     */
    void breakOutside(boolean broken);

    /**
     * Plays {@link #NAME} at the identity provider, who agrees. With capability REDIRECT.
     *
     * @return takes where the authenticator sends the person, and gives the parameters with which the provider sends the
     *     person back; empty for an authenticator that sends nobody anywhere
     */
    default Optional<Function<URI, Map<String, String>>> provider() {
        return Optional.empty();
    }

    /**
     * What shows {@link #GUARDED} the second proof. With capability SECOND_FACTOR.
     *
     * @return gives the code to be typed now; empty for an authenticator that asks for none
     */
    default Optional<Supplier<String>> device() {
        return Optional.empty();
    }
}
