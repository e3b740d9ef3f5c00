package io.tikit.spi.classification;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.Objects;

/**
 * A value that may fit.
 *
 * @param field the key of the field
 * @param value the value, in the form of {@link Example#values()}; never empty
 * @param confidence the probability that a person would choose it: above 0, at most 1; over all values of a field the sum
 *     is at most 1
 * @param evidence words of the text that spoke for it, the strongest first; with capability EVIDENCE
 * @param model which state of which model suggested it, so that a decision can be explained later: printable ASCII, 1 to
 *     60 characters
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Suggestion(String field, String value, double confidence, List<String> evidence, String model) {
    /**
     * Copies the evidence.
     *
     * @throws IllegalArgumentException if the confidence is not above 0 and at most 1
     */
    public Suggestion {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(model, "model");
        evidence = List.copyOf(evidence);
        if (!(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence is above 0 and at most 1, not " + confidence);
        }
    }
}
