package io.tikit.api;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names a tenant: lower-case ASCII letters, digits, hyphen and underscore, starting with a letter or digit, at most 40
 * characters. Chosen by the host, never changed afterwards.
 *
 * @param value the name
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record TenantId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the name does not have the form described above
     */
    public TenantId {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("tenant id must match " + FORM.pattern() + " but is of " + value.length()
                    + " characters: " + value.substring(0, Math.min(value.length(), 60)));
        }
    }

    /**
     * Makes the id from its text.
     *
     * @param value the name
     * @return the id
     * @throws IllegalArgumentException if the form is wrong
     */
    public static TenantId of(String value) {
        return new TenantId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
