package io.tikit.spi.authentication;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import java.net.URI;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Checks who somebody is. The engine calls {@link #open} once, then the other methods from several threads and on several
 * nodes, each call bounded in time by an interrupt of its thread, then {@link #close}. Safe for use by several threads.
 *
 * <p>Names, secrets and continuations get neither into logs nor into messages of exceptions.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface Authenticator extends AutoCloseable {
    /**
     * What the authenticator can do. Always the same answer, also before the opening.
     *
     * @return all, unless overridden
     */
    default Set<AuthenticatorCapability> capabilities() {
        return EnumSet.allOf(AuthenticatorCapability.class);
    }

    /** Makes ready. A failure to connect that may pass is no failure of the opening. */
    default void open() {}

    /**
     * Checks credentials. Failures take the same time whether or not the name exists. Unreachable is not refused: whoever
     * cannot ask does not know.
     *
     * @param tenant whose desk is to be entered
     * @param credentials what was shown; closed by the caller
     * @return the answer
     * @throws UnavailableException with code PART_UNAVAILABLE if it cannot be checked now; with code NOT_SUPPORTED for a
     *     kind of credentials that needs a capability that the authenticator leaves out
     */
    Authentication authenticate(TenantId tenant, Credentials credentials);

    /**
     * Begins a way by an identity provider, with capability REDIRECT.
     *
     * @param tenant whose desk is to be entered
     * @param returnTo where the provider sends the person back to, at the host
     * @return where to send the person
     * @throws UnavailableException with code PART_UNAVAILABLE if the provider cannot be asked now; with code
     *     NOT_SUPPORTED without the capability
     */
    default Redirect begin(TenantId tenant, URI returnTo) {
        throw new UnavailableException(ErrorCode.NOT_SUPPORTED, "this authenticator sends nobody elsewhere", null);
    }

    /** Ends. A second call does nothing. */
    @Override
    default void close() {}

    /**
     * Where to send a person.
     *
     * @param target the page of the identity provider
     * @param continuation names this attempt: good for minutes, for its tenant and for one callback; kept in the session
     *     of the person, so that nobody can slip another person's login in; printable ASCII that nobody can guess, at
     *     most 2,000 characters
     */
    record Redirect(URI target, String continuation) {
        /** Checks that nothing is null. */
        public Redirect {
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(continuation, "continuation");
        }

        @Override
        public String toString() {
            return "Redirect[***]";
        }
    }
}
