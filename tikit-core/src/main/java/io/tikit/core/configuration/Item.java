package io.tikit.core.configuration;

import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.spi.configuration.Reference;
import java.util.List;
import java.util.Optional;

/**
 * A document as the engine uses it.
 *
 * @param document the document; its body in the current format, or as stored when it is suspended
 * @param value what the body says; empty when the document is suspended, because this engine does not know its kind or
 *     format
 * @param references what it refers to
 */
record Item(Document document, Optional<Object> value, List<Reference> references) {
    DocumentKey id() {
        return document.id();
    }

    boolean suspended() {
        return value.isEmpty();
    }

    boolean inUse() {
        return !document.retired() && !suspended();
    }

    boolean refersTo(DocumentKey other) {
        return references.stream()
                        .anyMatch(r -> r instanceof Reference.ToDocument to
                                && to.document().equals(other))
                || (id().kind().equals(other.kind())
                        && document.content()
                                .parent()
                                .filter(other.key()::equals)
                                .isPresent());
    }
}
