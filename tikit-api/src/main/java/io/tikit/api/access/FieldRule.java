package io.tikit.api.access;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * Who reads and writes one field. A field of which a role says nothing is read on every ticket that is seen, and written
 * on every ticket that may be changed. Once a role allows it on some tickets, it is allowed on no others; deny wins.
 * What may not be read may not be written either.
 *
 * @param field the key of the field as conditions write it, such as {@code priority} or {@code field.salary}
 * @param read whether to read it; empty to say nothing
 * @param write whether to write it; empty to say nothing
 * @param scope on which tickets
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record FieldRule(String field, Optional<Effect> read, Optional<Effect> write, Scope scope) {
    /** Checks that nothing is null. */
    public FieldRule {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(read, "read");
        Objects.requireNonNull(write, "write");
        Objects.requireNonNull(scope, "scope");
    }

    /**
     * Hides a field.
     *
     * @param field its key
     * @param scope on which tickets
     * @return the rule
     */
    public static FieldRule hide(String field, Scope scope) {
        return new FieldRule(field, Optional.of(Effect.DENY), Optional.empty(), scope);
    }

    /**
     * Lets a field be read and not be written.
     *
     * @param field its key
     * @param scope on which tickets
     * @return the rule
     */
    public static FieldRule readOnly(String field, Scope scope) {
        return new FieldRule(field, Optional.empty(), Optional.of(Effect.DENY), scope);
    }
}
