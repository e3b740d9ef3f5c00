package io.tikit.api.configuration;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes a document or writes its next version. Recorded as {@code configuration.saved}; a document that says this
 * already stays as it is, and nothing is recorded.
 *
 * @param id which document; the kind must be known to the engine
 * @param label its name for people, 1 to 100 characters in one line
 * @param parent the key of a document of the same kind above it, not retired
 * @param body the body as JSON text in the current format of the kind: one object without null, at most 100,000
 *     characters
 * @param expected the version that the author has seen, 0 for a document that must not exist; empty to overwrite
 *     whatever is there
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record SaveDocument(DocumentKey id, String label, Optional<String> parent, String body, Optional<Long> expected)
        implements Command<Document> {
    /** Checks that nothing is null. */
    public SaveDocument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(expected, "expected");
    }

    /**
     * A document without a parent that overwrites whatever is there.
     *
     * @param kind what it sets up
     * @param key its name within the kind
     * @param label its name for people
     * @param body the body as JSON text
     * @return the command
     * @throws IllegalArgumentException if kind or key are malformed
     */
    public static SaveDocument of(String kind, String key, String label, String body) {
        return new SaveDocument(new DocumentKey(kind, key), label, Optional.empty(), body, Optional.empty());
    }

    /**
     * Below another document of its kind.
     *
     * @param key the key of the parent
     * @return a copy
     */
    public SaveDocument under(String key) {
        return new SaveDocument(id, label, Optional.of(key), body, expected);
    }

    /**
     * Only if nobody wrote another version meanwhile.
     *
     * @param version the version that the author has seen, 0 for a document that must not exist
     * @return a copy
     */
    public SaveDocument expecting(long version) {
        return new SaveDocument(id, label, parent, body, Optional.of(version));
    }
}
