package io.tikit.api.routing;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.SaveDocument;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Asks where the tickets of a past time would have gone by other rules. Nothing is written.
 *
 * @param drafts documents of the kinds {@code routing-rule} and {@code routing} as they might be saved; those of the same key
 *     take the place of what is there
 * @param without documents that might be retired
 * @param from tickets created from this instant on
 * @param to and before this one
 * @param most how many tickets at most, from 1 to {@link #MOST}, the earliest first
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record SimulateRouting(List<SaveDocument> drafts, Set<DocumentKey> without, Instant from, Instant to, int most) {
    /** More than this is not looked at in one call. */
    public static final int MOST = 100_000;

    /** Copies the lists. */
    public SimulateRouting {
        drafts = List.copyOf(drafts);
        without = Set.copyOf(without);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /**
     * Drafts over the first 10,000 tickets of a time.
     *
     * @param from tickets created from this instant on
     * @param to and before this one
     * @param drafts documents as they might be saved
     * @return the question
     */
    public static SimulateRouting of(Instant from, Instant to, SaveDocument... drafts) {
        return new SimulateRouting(List.of(drafts), Set.of(), from, to, 10_000);
    }

    /**
     * The same without a document that is there.
     *
     * @param id its name
     * @return a copy
     */
    public SimulateRouting without(DocumentKey id) {
        Set<DocumentKey> more = new HashSet<>(without);
        more.add(id);
        return new SimulateRouting(drafts, more, from, to, most);
    }
}
