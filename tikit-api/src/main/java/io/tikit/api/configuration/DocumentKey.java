package io.tikit.api.configuration;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names a document of a desk. Never changes; what people read is the label. Ordered by kind, then key, as ASCII.
 *
 * @param kind what it sets up, such as {@code field}: 1 to 40 lower-case ASCII letters, digits, dots, hyphens and
 *     underscores, starting with a letter
 * @param key its name within the kind: 1 to 60 characters of the same form
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record DocumentKey(String kind, String key) implements Comparable<DocumentKey> {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9._-]{0,39}");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9._-]{0,59}");
    private static final Comparator<DocumentKey> ORDER =
            Comparator.comparing(DocumentKey::kind).thenComparing(DocumentKey::key);

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if kind or key do not have the form described above
     */
    public DocumentKey {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("the kind of a document must match " + KIND.pattern());
        }
        if (!isKey(key)) {
            throw new IllegalArgumentException("the key of a document must match " + KEY.pattern());
        }
    }

    /**
     * Names a document.
     *
     * @param kind what it sets up
     * @param key its name within the kind
     * @return the name
     * @throws IllegalArgumentException if kind or key do not have the form described above
     */
    public static DocumentKey of(String kind, String key) {
        return new DocumentKey(kind, key);
    }

    /**
     * Tells whether a text has the form of a kind.
     *
     * @param text any text
     * @return whether it does
     */
    public static boolean isKind(String text) {
        return KIND.matcher(text).matches();
    }

    /**
     * Tells whether a text has the form of a key.
     *
     * @param text any text
     * @return whether it does
     */
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    @Override
    public int compareTo(DocumentKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + "/" + key;
    }
}
