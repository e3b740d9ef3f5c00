package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * How people are written in files. Both are UTF-8. Constants are only ever added at the end.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum TransferFormat {
    /**
     * A line of column names, then one line for each person, as RFC 4180 has it. What a spreadsheet would take for a
     * formula begins with an apostrophe, which an import takes away again. Commas are written; semicolons and tabs are
     * read as well.
     */
    CSV,
    /** An array with one object for each person, whose members are named as the columns; lists are arrays of texts. */
    JSON
}
