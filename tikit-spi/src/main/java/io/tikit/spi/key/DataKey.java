package io.tikit.spi.key;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * A key that encrypts data. Its text form shows the id alone. Immutable.
 *
 * @param id names the key within its tenant, stored beside all that it encrypts: ASCII letters, digits, dot, hyphen or
 *     underscore, 1 to 60 characters
 * @param secret an AES key of 256 bits
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record DataKey(String id, SecretKey secret) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the id does not have the form described above, or the key is no AES key
     */
    public DataKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(secret, "secret");
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("the id of a key must match " + FORM.pattern());
        }
        if (!secret.getAlgorithm().equals("AES")) {
            throw new IllegalArgumentException("the key " + id + " is not for AES but for " + secret.getAlgorithm());
        }
    }

    /**
     * Names the key without showing it.
     *
     * @return the id
     */
    @Override
    public String toString() {
        return "DataKey[" + id + "]";
    }
}
