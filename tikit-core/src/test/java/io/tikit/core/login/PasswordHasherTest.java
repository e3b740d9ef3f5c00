package io.tikit.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.login.Password;
import io.tikit.tck.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hashes, and passwords that are known to the world. */
class PasswordHasherTest {
    private static LoginSettings settings(int memory, Optional<Path> breached) {
        return new LoginSettings(
                memory, 1, 1, Duration.ofSeconds(5), Duration.ofDays(1), Duration.ofSeconds(1), breached);
    }

    private final PasswordHasher hasher = new PasswordHasher(settings(64, Optional.empty()));

    @Test
    @Requirement("REQ-UM-007")
    void hashIsArgon2idWithSaltAndParameters() {
        String one = hasher.hash(Password.of("horse"));
        assertThat(one).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(hasher.hash(Password.of("horse"))).isNotEqualTo(one);
        assertThat(hasher.is(Password.of("horse"), Optional.of(one))).isTrue();
        assertThat(hasher.is(Password.of("Horse"), Optional.of(one))).isFalse();
        assertThat(hasher.is(Password.of("a\u0308"), Optional.of(hasher.hash(Password.of("\u00e4")))))
                .as("however an accent is typed")
                .isTrue();
    }

    /** A vector of the reference implementation, so that hashes of others can be taken over, in any locale. */
    @Test
    void hashesOfOthersAreRead() {
        String others = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(hasher.is(Password.of("password"), Optional.of(others))).isTrue();
        assertThat(hasher.is(Password.of("Password"), Optional.of(others))).isFalse();
    }

    /** The work for a name that nobody has is that for one that somebody has. */
    @Test
    @Requirement("REQ-UM-007")
    void everyLookCostsOneHash() {
        String known = hasher.hash(Password.of("horse"));
        List<Runnable> looks = List.of(
                () -> hasher.is(Password.of("horse"), Optional.of(known)),
                () -> hasher.is(Password.of("wrong"), Optional.of(known)),
                () -> hasher.is(Password.of("horse"), Optional.empty()));
        for (Runnable look : looks) {
            long before = hasher.computed();
            look.run();
            assertThat(hasher.computed() - before).isEqualTo(1);
        }
    }

    @Test
    void hashOfOtherParametersIsOutdated() {
        String weak = hasher.hash(Password.of("horse"));
        assertThat(hasher.isOutdated(weak)).isFalse();
        PasswordHasher stronger = new PasswordHasher(settings(128, Optional.empty()));
        assertThat(stronger.isOutdated(weak)).isTrue();
        assertThat(stronger.is(Password.of("horse"), Optional.of(weak))).isTrue();
    }
}
