package io.tikit.tck.authentication;

import io.tikit.spi.authentication.Authenticator;
import io.tikit.spi.authentication.AuthenticatorCapability;
import io.tikit.tck.Planted;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;

/** The contract with all capabilities and with none. */
class InMemoryAuthenticatorTest {
    @Nested
    class WithEverything extends Reference {
        WithEverything() {
            super(EnumSet.allOf(AuthenticatorCapability.class));
        }
    }

    @Nested
    class WithNothing extends Reference {
        WithNothing() {
            super(Set.of());
        }
    }

    abstract static class Reference implements AuthenticatorContract {
        private final InMemoryAuthenticator authenticator;

        Reference(Set<AuthenticatorCapability> capabilities) {
            authenticator = new InMemoryAuthenticator(capabilities);
        }

        @Override
        public Authenticator authenticator() {
            return Planted.into(Authenticator.class, authenticator.node());
        }

        @Override
        public String subject() {
            return InMemoryAuthenticator.SUBJECT;
        }

        @Override
        public void breakOutside(boolean broken) {
            authenticator.breakOff(broken);
        }

        @Override
        public Optional<Function<URI, Map<String, String>>> provider() {
            return Optional.of(authenticator::agree);
        }

        @Override
        public Optional<Supplier<String>> device() {
            return Optional.of(() -> InMemoryAuthenticator.CODE);
        }
    }
}
