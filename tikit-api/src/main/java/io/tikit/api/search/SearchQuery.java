package io.tikit.api.search;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.page.Cursor;
import io.tikit.api.page.PageRequest;
import java.util.Objects;

/**
 * Asks for tickets by words. All words must be found in the subject, the number or one entry that the caller may read;
 * words in double quotes must stand together. A text that is a ticket number finds that ticket first.
 *
 * @param text 1 to 500 characters
 * @param where narrows the result further; may be {@link Condition#always()}
 * @param page how many, from where
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record SearchQuery(String text, Condition where, PageRequest page) {
    /** The size of a page when none is given. */
    public static final int DEFAULT_SIZE = 20;

    /** Checks that nothing is null. */
    public SearchQuery {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(page, "page");
    }

    /**
     * The best 20 tickets.
     *
     * @param text the words
     * @return the query
     */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, Condition.always(), PageRequest.first(DEFAULT_SIZE));
    }

    /**
     * Narrowed further.
     *
     * @param condition must hold as well
     * @return a copy
     */
    public SearchQuery where(Condition condition) {
        return new SearchQuery(text, condition, page);
    }

    /**
     * With another size of pages.
     *
     * @param size 1 to 500
     * @return a copy
     */
    public SearchQuery size(int size) {
        return new SearchQuery(text, where, new PageRequest(size, page.after()));
    }

    /**
     * The page after a cursor.
     *
     * @param cursor from the page before
     * @return a copy
     */
    public SearchQuery after(Cursor cursor) {
        return new SearchQuery(text, where, page.after(cursor));
    }
}
