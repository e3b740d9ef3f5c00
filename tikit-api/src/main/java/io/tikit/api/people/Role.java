package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What somebody may do, by name (REQ-UM-001). The constants are the four built-in roles.
 *
 * @param key lower-case ASCII letters, digits and underscore, starting with a letter, at most 40 characters
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Role(String key) {
    // Before the constants, whose making checks the form.
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /** May do everything. */
    public static final Role ADMIN = new Role("admin");
    /** Works on all tickets and looks after users and teams, except administrators. */
    public static final Role MANAGER = new Role("manager");
    /** Works on all tickets. */
    public static final Role AGENT = new Role("agent");
    /** Opens tickets, and reads and answers their own. */
    public static final Role CUSTOMER = new Role("customer");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the key does not have the form described above
     */
    public Role {
        Objects.requireNonNull(key, "key");
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException("role key must match " + FORM.pattern());
        }
    }

    @Override
    public String toString() {
        return key;
    }
}
