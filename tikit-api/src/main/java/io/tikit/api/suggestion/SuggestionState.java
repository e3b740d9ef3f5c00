package io.tikit.api.suggestion;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What became of a suggestion.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum SuggestionState {
    /** Nobody has judged it yet. */
    OPEN,
    /** The desk's policy gave the field its value, and nobody has judged it yet. */
    APPLIED,
    /** A person accepted it, or gave the field the same value by hand. */
    ACCEPTED,
    /** A person rejected it, or gave the field another value by hand. */
    REJECTED
}
