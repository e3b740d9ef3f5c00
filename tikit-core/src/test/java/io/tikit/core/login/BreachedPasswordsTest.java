package io.tikit.core.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.health.HealthFinding;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.Password;
import io.tikit.spi.login.BreachedPasswordList;
import io.tikit.tck.Requirement;
import io.tikit.tck.login.BreachListContract;
import io.tikit.tck.login.InMemoryBreachList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of passwords that are known to the world: the engine's file keeps the contract, and what fails is bounded. */
class BreachedPasswordsTest {
    private static final LoginPolicy OPEN = LoginPolicy.DEFAULT;
    private static final LoginPolicy CLOSED = new LoginPolicy(
            new LoginPolicy.PasswordRules(12, 0, 5, Duration.ZERO, true, true),
            OPEN.lockOut(),
            OPEN.sessions(),
            Set.of(),
            OPEN.passkeys(),
            Set.of());

    @Nested
    class SortedFile implements BreachListContract {
        @TempDir
        Path folder;

        @Override
        public BreachedPasswordList list(Set<String> sha1s) {
            write(String.join(":17\n", sha1s.stream().sorted().toList()));
            return new BreachedPasswordFile(folder.resolve("list"));
        }

        @Override
        public void breakOutside(boolean broken) {
            try {
                Files.move(folder.resolve(broken ? "list" : "away"), folder.resolve(broken ? "away" : "list"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void write(String text) {
            try {
                Files.writeString(folder.resolve("list"), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Nested
    class FileOfWindows extends SortedFile {
        @Override
        public BreachedPasswordList list(Set<String> sha1s) {
            super.write(String.join("\r\n", sha1s.stream().sorted().toList()) + "\r\n");
            return new BreachedPasswordFile(folder.resolve("list"));
        }
    }

    private static String sha1(String password) {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(Secrets.digest("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @Requirement("REQ-UM-010")
    void passwordsOfAnyListAreKnown() {
        BreachedPasswords breached = new BreachedPasswords(Map.of(
                "a/one", new InMemoryBreachList(Set.of(sha1("first"))),
                "b/two", new InMemoryBreachList(Set.of(sha1("second")))));
        assertThat(breached.has(Password.of("first"), OPEN)).isTrue();
        assertThat(breached.has(Password.of("second"), OPEN)).isTrue();
        assertThat(breached.has(Password.of("third"), OPEN)).isFalse();
    }

    /** The others are still asked; whether none answers for it decides the policy, and health says so until it is mended. */
    @Test
    void listThatFailsIsPassedOverOrNotByPolicy() {
        InMemoryBreachList broken = new InMemoryBreachList(Set.of(sha1("first")));
        BreachedPasswords breached =
                new BreachedPasswords(Map.of("a/one", broken, "b/two", new InMemoryBreachList(Set.of(sha1("second")))));
        broken.breakOff(true);
        assertThat(breached.has(Password.of("first"), OPEN)).isFalse();
        assertThat(breached.has(Password.of("second"), CLOSED)).isTrue();
        assertThat(breached.findings()).extracting(HealthFinding::subject).containsExactly("a/one");
        assertThatThrownBy(() -> breached.has(Password.of("third"), CLOSED))
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PART_UNAVAILABLE))
                .hasMessageContaining("a/one")
                .hasMessageNotContaining(sha1("third").substring(5));
        broken.breakOff(false);
        assertThat(breached.has(Password.of("third"), CLOSED)).isFalse();
        assertThat(breached.findings()).isEmpty();
    }
}
