package io.tikit.spi.report;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The frame of a table.
 *
 * @param title what it is called, for people
 * @param columns labels of the columns, at least one, in the language of the report
 * @param locale the language of the report
 * @param zone in whose local time instants are shown
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ReportTable(String title, List<String> columns, Locale locale, ZoneId zone) {
    /**
     * Copies the columns.
     *
     * @throws IllegalArgumentException if there is no column
     */
    public ReportTable {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(zone, "zone");
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table has a column");
        }
    }
}
