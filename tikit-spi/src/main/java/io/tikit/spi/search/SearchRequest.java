package io.tikit.spi.search;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import java.util.Objects;
import java.util.Optional;

/**
 * What to find.
 *
 * @param text the words, see {@link io.tikit.api.search.SearchQuery}; empty to find by the condition alone, the newest
 *     created first
 * @param where must hold of the ticket; the permission is part of it; words in it are looked for as those of the text are
 * @param notes whether words, those of the condition too, may be found in notes as well
 * @param after the cursor of the page before, as the index gave it
 * @param size how many at most
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record SearchRequest(Optional<String> text, Condition where, boolean notes, Optional<String> after, int size) {
    /** Checks that nothing is null. */
    public SearchRequest {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(after, "after");
    }
}
