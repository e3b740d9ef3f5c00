package io.tikit.tck.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.spi.authentication.Authentication;
import io.tikit.spi.authentication.Authenticator;
import io.tikit.spi.authentication.AuthenticatorCapability;
import io.tikit.spi.authentication.Credentials;
import io.tikit.spi.authentication.Secret;
import io.tikit.tck.Expect;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * All that an authenticator must keep. A test class implements this and gives the fixture, see
 * {@link AuthenticatorFixture}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface AuthenticatorContract extends AuthenticatorFixture {
    /** The tenant of the contract. */
    TenantId ACME = TenantId.of("acme");

    /** Where the contract's host takes people back. */
    URI RETURN = URI.create("https://desk.example/login/back");

    /** What an authenticator can do is known before its opening and does not change. */
    @Test
    default void capabilitiesAreSteady() {
        try (Authenticator authenticator = authenticator()) {
            Set<AuthenticatorCapability> capabilities = authenticator.capabilities();
            authenticator.open();
            assertThat(authenticator.capabilities()).isEqualTo(capabilities);
        }
    }

    /** What is left out is refused, for each kind of credentials. */
    @Test
    default void undeclaredKindsAreRefused() {
        try (Authenticator authenticator = opened()) {
            Set<AuthenticatorCapability> able = authenticator.capabilities();
            if (!able.contains(AuthenticatorCapability.PASSWORD)) {
                Expect.failure(ErrorCode.NOT_SUPPORTED, () -> typed(authenticator, NAME, PASSWORD));
            }
            if (!able.contains(AuthenticatorCapability.TOKEN)) {
                Expect.failure(ErrorCode.NOT_SUPPORTED, () -> token(authenticator, TOKEN));
            }
            if (!able.contains(AuthenticatorCapability.REDIRECT)) {
                Expect.failure(ErrorCode.NOT_SUPPORTED, () -> authenticator.begin(ACME, RETURN));
                Expect.failure(
                        ErrorCode.NOT_SUPPORTED,
                        () -> authenticator.authenticate(ACME, new Credentials.Callback("x", Map.of())));
            }
            if (!able.contains(AuthenticatorCapability.SECOND_FACTOR)) {
                Expect.failure(ErrorCode.NOT_SUPPORTED, () -> answered(authenticator, "x", "123456"));
            }
        }
    }

    /** The right password is accepted, for the same subject each time and on each node. */
    @Test
    default void rightPasswordIsAccepted() {
        try (Authenticator authenticator = checking(AuthenticatorCapability.PASSWORD);
                Authenticator node = opened()) {
            for (Authenticator each : List.of(authenticator, node, authenticator)) {
                assertSubject(typed(each, NAME, PASSWORD));
            }
        }
    }

    /** Passwords are compared as a whole and exactly. */
    @Test
    default void wrongPasswordIsRefused() {
        try (Authenticator authenticator = checking(AuthenticatorCapability.PASSWORD)) {
            for (String wrong : List.of(
                    "",
                    "wrong",
                    PASSWORD + "x",
                    PASSWORD + " ",
                    PASSWORD.substring(0, PASSWORD.length() - 1),
                    PASSWORD.toUpperCase(java.util.Locale.ROOT))) {
                assertRefused(typed(authenticator, NAME, wrong));
            }
        }
    }

    /** Whether a name exists shows in no answer, and no name is taken for a query. */
    @Test
    default void unknownNameLooksLikeAWrongPassword() {
        try (Authenticator authenticator = checking(AuthenticatorCapability.PASSWORD)) {
            Authentication wrong = typed(authenticator, NAME, "wrong");
            for (String name : List.of(
                    "nobody",
                    "",
                    "*",
                    NAME + "*",
                    "' or '1'='1",
                    NAME + "\u0000",
                    NAME + ")(cn=*",
                    "x".repeat(5_000))) {
                assertThat(typed(authenticator, name, PASSWORD)).isEqualTo(wrong);
            }
        }
    }

    /** Whether a name exists does not show in the time of the answer. */
    @Test
    default void unknownNameTakesTheSameTime() {
        try (Authenticator authenticator = checking(AuthenticatorCapability.PASSWORD)) {
            int rounds = 15;
            long[] known = new long[rounds];
            long[] unknown = new long[rounds];
            for (int i = -2; i < rounds; i++) {
                long start = System.nanoTime();
                typed(authenticator, NAME, "wrong " + i);
                long middle = System.nanoTime();
                typed(authenticator, "nobody " + i, "wrong " + i);
                if (i >= 0) {
                    known[i] = middle - start;
                    unknown[i] = System.nanoTime() - middle;
                }
            }
            // Of each the quickest: whatever else the machine does makes answers slower only.
            long one = Arrays.stream(known).min().orElseThrow();
            long two = Arrays.stream(unknown).min().orElseThrow();
            boolean apart = Math.abs(one - two) > 2_000_000 && Math.max(one, two) > 2 * Math.min(one, two);
            assertThat(apart)
                    .as("a known name takes %d us and an unknown one %d us", one / 1_000, two / 1_000)
                    .isFalse();
        }
    }

    /** The right token is accepted, and no other one. */
    @Test
    default void tokenIsComparedExactly() {
        try (Authenticator authenticator = checking(AuthenticatorCapability.TOKEN)) {
            assertSubject(token(authenticator, TOKEN));
            for (String wrong : List.of("", TOKEN + "x", TOKEN.substring(1), "tck-token-0000000000000000")) {
                assertRefused(token(authenticator, wrong));
            }
        }
    }

    /** Who cannot ask does not know: unreachable is not refused, and tells nothing. */
    @Test
    default void unreachableIsNotRefused() {
        try (Authenticator authenticator = checking(AuthenticatorCapability.PASSWORD)) {
            breakOutside(true);
            Expect.discreetFailure(
                    ErrorCode.PART_UNAVAILABLE, List.of(NAME, PASSWORD), () -> typed(authenticator, NAME, PASSWORD));
            breakOutside(false);
            assertSubject(typed(authenticator, NAME, PASSWORD));
        }
    }

    /** A person comes back from the identity provider, once, on any node. */
    @Test
    default void callbackIsGoodOnce() {
        try (Authenticator authenticator = checking(AuthenticatorCapability.REDIRECT);
                Authenticator node = opened()) {
            Authenticator.Redirect redirect = authenticator.begin(ACME, RETURN);
            assertThat(redirect.target().isAbsolute()).isTrue();
            Credentials back = new Credentials.Callback(redirect.continuation(), agree(redirect.target()));
            assertSubject(node.authenticate(ACME, back));
            assertRefused(node.authenticate(ACME, back));
            assertRefused(authenticator.authenticate(ACME, back));
        }
    }

    /** A callback belongs to the attempt and the tenant that began it, and its parameters cannot be changed. */
    @Test
    default void foreignCallbackIsRefused() {
        try (Authenticator authenticator = checking(AuthenticatorCapability.REDIRECT)) {
            Authenticator.Redirect mine = authenticator.begin(ACME, RETURN);
            Authenticator.Redirect theirs = authenticator.begin(ACME, RETURN);
            assertThat(mine.continuation()).isNotEqualTo(theirs.continuation());
            Map<String, String> parameters = agree(theirs.target());
            assertRefused(authenticator.authenticate(ACME, new Credentials.Callback(mine.continuation(), parameters)));
            assertRefused(authenticator.authenticate(ACME, new Credentials.Callback("made up", parameters)));
            Authenticator.Redirect next = authenticator.begin(ACME, RETURN);
            Map<String, String> changed = new HashMap<>(agree(next.target()));
            changed.replaceAll((key, value) -> value + "x");
            assertRefused(authenticator.authenticate(ACME, new Credentials.Callback(next.continuation(), changed)));
            Authenticator.Redirect last = authenticator.begin(ACME, RETURN);
            Credentials back = new Credentials.Callback(last.continuation(), agree(last.target()));
            assertRefused(authenticator.authenticate(TenantId.of("other"), back));
        }
    }

    /** A guarded person gets in with both proofs, and the second one answers one attempt once. */
    @Test
    default void secondProofIsNeeded() {
        try (Authenticator authenticator = checking(AuthenticatorCapability.SECOND_FACTOR)) {
            assertRefused(typed(authenticator, GUARDED, "wrong"));
            String continuation = unfinished(authenticator);
            assertThat(answered(authenticator, continuation, code())).isInstanceOf(Authentication.Accepted.class);
            assertRefused(answered(authenticator, continuation, code()));
            assertRefused(answered(authenticator, unfinished(authenticator), "no code"));
            assertRefused(answered(authenticator, "made up", code()));
            try (Secret secret = Secret.of(code())) {
                Credentials answer = new Credentials.Answer(unfinished(authenticator), secret);
                assertRefused(authenticator.authenticate(TenantId.of("other"), answer));
            }
        }
    }

    private String unfinished(Authenticator authenticator) {
        Authentication first = typed(authenticator, GUARDED, PASSWORD);
        assertThat(first).isInstanceOf(Authentication.Unfinished.class);
        return ((Authentication.Unfinished) first).continuation();
    }

    private Authenticator checking(AuthenticatorCapability capability) {
        Authenticator authenticator = authenticator();
        Expect.declared(authenticator.capabilities(), capability);
        authenticator.open();
        return authenticator;
    }

    private Authenticator opened() {
        Authenticator authenticator = authenticator();
        authenticator.open();
        return authenticator;
    }

    private static Authentication typed(Authenticator authenticator, String name, String password) {
        try (Secret secret = Secret.of(password)) {
            return authenticator.authenticate(ACME, new Credentials.Password(name, secret));
        }
    }

    private static Authentication token(Authenticator authenticator, String token) {
        try (Secret secret = Secret.of(token)) {
            return authenticator.authenticate(ACME, new Credentials.Token(secret));
        }
    }

    private static Authentication answered(Authenticator authenticator, String continuation, String code) {
        try (Secret secret = Secret.of(code)) {
            return authenticator.authenticate(ACME, new Credentials.Answer(continuation, secret));
        }
    }

    private void assertSubject(Authentication answer) {
        assertThat(answer).isInstanceOf(Authentication.Accepted.class);
        assertThat(((Authentication.Accepted) answer).identity().subject()).isEqualTo(subject());
    }

    private static void assertRefused(Authentication answer) {
        assertThat(answer).isInstanceOf(Authentication.Refused.class);
    }

    private Map<String, String> agree(URI target) {
        return provider()
                .orElseThrow(() -> new AssertionError("an authenticator with capability REDIRECT needs somebody at the"
                        + " identity provider: give the contract a provider()"))
                .apply(target);
    }

    private String code() {
        return device().orElseThrow(() -> new AssertionError("an authenticator with capability SECOND_FACTOR needs what"
                        + " shows the codes: give the contract a device()"))
                .get();
    }
}
