package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file of people tells of each. Cells of several names have semicolons between them; a semicolon or backslash in
 * a name has a backslash before it. Passwords are never among it. Constants are only ever added at the end.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum PersonColumn {
    /** The host's own name for the person, by which a line finds the person; if empty, the mail address does. */
    EXTERNAL_ID,
    /** How to address them; needed of people who are new. */
    NAME,
    /** The mail address. */
    EMAIL,
    /** The key of the role; if empty, it stays, and people who are new are customers. */
    ROLE,
    /** {@code active}, {@code invited}, {@code suspended} or {@code deactivated}; if empty, it stays, or is active. */
    STATE,
    /** The names of all teams of the person. */
    TEAMS,
    /** The names of all organisations of the person, the first one first. */
    ORGANISATIONS,
    /** The telephone number. */
    PHONE,
    /** The tag of the language. */
    LOCALE,
    /** The id of the time zone. */
    ZONE;

    /**
     * The name of the column or member.
     *
     * @return the lower-case name, always the same
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a column.
     *
     * @param key a name as in files
     * @return the column, or empty
     */
    public static Optional<PersonColumn> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
