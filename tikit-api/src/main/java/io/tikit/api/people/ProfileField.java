package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person's profile consists of. Constants are only ever added at the end.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum ProfileField {
    /** How to address them. */
    NAME,
    /** Their mail address. Nobody changes their own, because nothing confirms that it is theirs. */
    EMAIL,
    /** Their telephone number. */
    PHONE,
    /** The language of texts for them. */
    LOCALE,
    /** The time zone of dates for them. */
    ZONE;

    /**
     * The name in documents, violations and events.
     *
     * @return the lower-case name, always the same
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a field.
     *
     * @param key a name as in documents
     * @return the field, or empty
     */
    public static Optional<ProfileField> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
