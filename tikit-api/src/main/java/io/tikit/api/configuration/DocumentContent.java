package io.tikit.api.configuration;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * What a version of a document says.
 *
 * @param label its name for people, 1 to 100 characters in one line
 * @param parent the key of the document of the same kind above it; empty when there is none
 * @param retired whether it is out of use; documents are never deleted
 * @param body the body as JSON text: one object
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record DocumentContent(String label, Optional<String> parent, boolean retired, String body) {
    /** Checks that nothing is null. */
    public DocumentContent {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(body, "body");
    }

    /**
     * The same, retired or not.
     *
     * @param value whether it is out of use
     * @return a copy
     */
    public DocumentContent withRetired(boolean value) {
        return new DocumentContent(label, parent, value, body);
    }

    /**
     * The same with another body.
     *
     * @param value JSON text
     * @return a copy
     */
    public DocumentContent withBody(String value) {
        return new DocumentContent(label, parent, retired, value);
    }
}
