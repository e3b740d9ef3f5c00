package io.tikit.api.event;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.FieldValue;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that somebody outside said while a command was prepared, kept with its event so that it need not be asked
 * again to know why the command did what it did.
 *
 * @param source who said it: the name of an interceptor
 * @param name what it is called. Names with a dot are the engine's own: {@code set.} and the key of a field for what the
 *     source set or cleared on the ticket, {@code skipped.because} with {@code timeout} or {@code failure} when the command
 *     went on without an answer of the source, {@code suggest.}, {@code accepted.} and {@code rejected.} with the key of a
 *     field and a rank for what was suggested and what became of it, see {@link io.tikit.api.suggestion.Suggestions}
 * @param value what was said; empty when a field was cleared
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Fact(String source, String name, Optional<FieldValue> value) {
    /** Checks that nothing is null. */
    public Fact {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    /** Names the fact without its value, so that logs hold no personal data. */
    @Override
    public String toString() {
        return source + "/" + name;
    }
}
