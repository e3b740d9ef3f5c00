package io.tikit.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.TenantId;
import io.tikit.api.error.UnavailableException;
import io.tikit.tck.Requirement;
import io.tikit.tck.key.InMemoryKeyProvider;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes by time, and how their secrets are kept. */
class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The values of appendix B of RFC 6238 for SHA-1, which have eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    @Requirement("REQ-UM-009")
    void codesAreThoseOfTheStandard(long second, String code) {
        Instant at = Instant.ofEpochSecond(second);
        int number = Totp.truncated(SECRET, Totp.step(at));
        assertThat(String.format(Locale.ROOT, "%08d", number % 100_000_000)).isEqualTo(code);
        assertThat(Totp.code(SECRET, Totp.step(at))).isEqualTo(code.substring(2));
    }

    /** One step to each side is taken, none twice, and none that lies before one that was used. */
    @Test
    @Requirement("REQ-UM-009")
    void stepsAreUsedOnceAndInOrder() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.step(now);
        for (int beside = -3; beside <= 3; beside++) {
            assertThat(Totp.matching(SECRET, Totp.code(SECRET, step + beside), now, 0)
                            .isPresent())
                    .as("a step %d away", beside)
                    .isEqualTo(Math.abs(beside) <= 1);
        }
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, step), now, step)).isEmpty();
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, step - 1), now, step))
                .isEmpty();
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, step + 1), now, step))
                .hasValue(step + 1);
        assertThat(Totp.matching(SECRET, "", now, 0)).isEmpty();
    }

    @Test
    void secretsAreWrittenInBase32() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.base32("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
        assertThat(Totp.base32("foob".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YQ");
    }

    /** With a provider of keys, what is stored shows nothing, and opens for its owner and tenant alone. */
    @Test
    void secretsAreEncryptedUnderTheKeysOfTheHost() {
        TenantId acme = TenantId.of("acme");
        SecretBox box = new SecretBox(Optional.of(new InMemoryKeyProvider()));
        String closed = box.closed(acme, "emily", SECRET);
        assertThat(closed).doesNotContain("MTIzNDU2Nzg5MDEyMzQ1Njc4OTA");
        assertThat(box.closed(acme, "emily", SECRET)).isNotEqualTo(closed);
        assertThat(box.open(acme, "emily", closed)).isEqualTo(SECRET);
        Assertions.assertThatThrownBy(() -> box.open(acme, "oscar", closed)).isInstanceOf(UnavailableException.class);
        Assertions.assertThatThrownBy(() -> box.open(TenantId.of("other"), "emily", closed))
                .isInstanceOf(UnavailableException.class);
        SecretBox without = new SecretBox(Optional.empty());
        assertThat(without.open(acme, "emily", without.closed(acme, "emily", SECRET)))
                .isEqualTo(SECRET);
    }
}
