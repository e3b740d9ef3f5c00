package io.tikit.api.configuration;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * A version of a document. Each change makes a version; versions are never changed.
 *
 * @param id its name
 * @param version the number of the version, dense from 1
 * @param content what it says
 * @param stamp how it came about
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Document(DocumentKey id, long version, DocumentContent content, DocumentStamp stamp) {
    /** Checks that nothing is null. */
    public Document {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(stamp, "stamp");
    }

    /**
     * Its name for people.
     *
     * @return the label
     */
    public String label() {
        return content.label();
    }

    /**
     * Whether it is out of use.
     *
     * @return whether it is retired
     */
    public boolean retired() {
        return content.retired();
    }

    /**
     * The body.
     *
     * @return JSON text: one object
     */
    public String body() {
        return content.body();
    }
}
