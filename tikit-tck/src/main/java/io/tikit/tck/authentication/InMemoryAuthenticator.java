package io.tikit.tck.authentication;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.authentication.Authentication;
import io.tikit.spi.authentication.Authenticator;
import io.tikit.spi.authentication.AuthenticatorCapability;
import io.tikit.spi.authentication.Credentials;
import io.tikit.spi.authentication.Identity;
import io.tikit.spi.authentication.Secret;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * An authenticator over a directory in memory that knows the people of the contract and is their identity provider as
 * well. Those made by {@link #node} share the directory. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class InMemoryAuthenticator implements Authenticator {
    /** The second proof of {@link AuthenticatorFixture#GUARDED}. */
    public static final String CODE = "246810";

    /** Who {@link AuthenticatorFixture#NAME} is. */
    public static final String SUBJECT = "subject-emily";

    /** What all nodes share. */
    private static final class Directory {
        private final byte[] password = hash(AuthenticatorFixture.PASSWORD.toCharArray());
        private final byte[] nobody = hash("nobody has this one".toCharArray());
        private final Map<String, TenantId> attempts = new ConcurrentHashMap<>();
        private final AtomicLong count = new AtomicLong();
        private final Map<String, String> agreed = new ConcurrentHashMap<>();
        private volatile boolean broken;

        /** The person agrees; the ticket is good for the attempt alone. */
        Map<String, String> agree(URI target) {
            String ticket = "ticket-" + count.incrementAndGet();
            agreed.put(ticket, target.getQuery());
            return Map.of("ticket", ticket);
        }

        private String attempt(TenantId tenant) {
            String continuation = "attempt-" + count.incrementAndGet();
            attempts.put(continuation, tenant);
            return continuation;
        }
    }

    private final Directory directory;
    private final Set<AuthenticatorCapability> capabilities;

    /** An authenticator with all capabilities. */
    public InMemoryAuthenticator() {
        this(EnumSet.allOf(AuthenticatorCapability.class));
    }

    /**
     * An authenticator.
     *
     * @param capabilities what it can do
     */
    public InMemoryAuthenticator(Set<AuthenticatorCapability> capabilities) {
        this(new Directory(), capabilities);
    }

    private InMemoryAuthenticator(Directory directory, Set<AuthenticatorCapability> capabilities) {
        this.directory = directory;
        this.capabilities = Set.copyOf(capabilities);
    }

    /**
     * Another authenticator over the same directory.
     *
     * @return the authenticator
     */
    public InMemoryAuthenticator node() {
        return new InMemoryAuthenticator(directory, capabilities);
    }

    /**
     * Cuts the directory off, or reconnects it.
     *
     * @param now whether it cannot be reached from now on
     */
    public void breakOff(boolean now) {
        directory.broken = now;
    }

    /**
     * Plays the person at the identity provider, who agrees.
     *
     * @param target where {@link #begin} sends the person
     * @return the parameters with which the provider sends the person back, good for that attempt alone
     */
    public Map<String, String> agree(URI target) {
        return directory.agree(target);
    }

    @Override
    public Set<AuthenticatorCapability> capabilities() {
        return capabilities;
    }

    @Override
    public Redirect begin(TenantId tenant, URI returnTo) {
        need(AuthenticatorCapability.REDIRECT);
        String continuation = directory.attempt(tenant);
        return new Redirect(URI.create("https://provider.example/login?" + continuation), continuation);
    }

    @Override
    public Authentication authenticate(TenantId tenant, Credentials credentials) {
        if (credentials instanceof Credentials.Password typed) {
            need(AuthenticatorCapability.PASSWORD);
            return password(tenant, typed);
        }
        if (credentials instanceof Credentials.Token shown) {
            need(AuthenticatorCapability.TOKEN);
            return same(shown.token(), AuthenticatorFixture.TOKEN) ? accepted("emily") : wrong();
        }
        if (credentials instanceof Credentials.Callback back) {
            need(AuthenticatorCapability.REDIRECT);
            boolean begun = tenant.equals(directory.attempts.remove(back.continuation()));
            String of = directory.agreed.remove(back.parameters().getOrDefault("ticket", ""));
            return begun && back.continuation().equals(of) ? accepted("emily") : wrong();
        }
        need(AuthenticatorCapability.SECOND_FACTOR);
        Credentials.Answer answer = (Credentials.Answer) credentials;
        boolean begun = tenant.equals(directory.attempts.remove(answer.continuation()));
        return begun && same(answer.code(), CODE) ? accepted("grace") : wrong();
    }

    private Authentication password(TenantId tenant, Credentials.Password typed) {
        boolean guarded = typed.name().equals(AuthenticatorFixture.GUARDED)
                && capabilities.contains(AuthenticatorCapability.SECOND_FACTOR);
        boolean known = typed.name().equals(AuthenticatorFixture.NAME) || guarded;
        byte[] given = typed.password().read(InMemoryAuthenticator::hash);
        if (!MessageDigest.isEqual(known ? directory.password : directory.nobody, given)) {
            return wrong();
        }
        return guarded ? new Authentication.Unfinished(directory.attempt(tenant)) : accepted("emily");
    }

    private void need(AuthenticatorCapability capability) {
        if (!capabilities.contains(capability)) {
            throw new UnavailableException(ErrorCode.NOT_SUPPORTED, "this authenticator has no " + capability, null);
        }
        if (directory.broken) {
            throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "the directory cannot be reached", null);
        }
    }

    private static Authentication accepted(String who) {
        return new Authentication.Accepted(new Identity("subject-" + who, who, Optional.empty(), Set.of()));
    }

    private static Authentication wrong() {
        return new Authentication.Refused(Authentication.Reason.WRONG);
    }

    private static boolean same(Secret given, String expected) {
        return given.read(characters -> expected.equals(new String(characters)));
    }

    private static byte[] hash(char[] password) {
        try {
            PBEKeySpec spec = new PBEKeySpec(password, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 40_000, 256);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no PBKDF2", e);
        }
    }
}
