package io.tikit.api.suggestion;

import io.tikit.api.Actor;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A value that was suggested for a field of a ticket when the ticket was made.
 *
 * @param id which one
 * @param value the value: the name of a constant such as {@code HIGH}, the key of an option, or an id
 * @param confidence the probability that a person would choose it, above 0 and at most 1
 * @param evidence words of the requester's text that spoke for it, the strongest first
 * @param model which state of which model suggested it
 * @param state what became of it
 * @param judgement who judged it last; empty while nobody has
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record FieldSuggestion(
        SuggestionId id,
        String value,
        double confidence,
        List<String> evidence,
        String model,
        SuggestionState state,
        Optional<Judgement> judgement) {
    /** Copies the evidence. */
    public FieldSuggestion {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(value, "value");
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(judgement, "judgement");
    }

    /**
     * Who judged a suggestion.
     *
     * @param by who
     * @param at when
     * @param reason what was given as the reason; may be empty
     */
    public record Judgement(Actor by, Instant at, String reason) {
        /** Checks that nothing is null. */
        public Judgement {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
