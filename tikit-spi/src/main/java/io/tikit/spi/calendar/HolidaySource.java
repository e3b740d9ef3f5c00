package io.tikit.spi.calendar;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.LocalDate;
import java.util.Map;

/**
 * Knows the public holidays of regions. Asked when a calendar that names a region is saved and when it is laid out, a
 * year at a time; answers are kept by the engine. Pure, quick, and safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface HolidaySource {
    /**
     * Tells whether the source knows a region.
     *
     * @param region a country by its ISO 3166-1 letters in lower case, with a part of it after a hyphen where there is
     *     one: {@code de}, {@code de-by}
     * @return whether {@link #holidays} answers for it
     */
    boolean knows(String region);

    /**
     * The public holidays of a year.
     *
     * @param region a region that the source knows
     * @param year the year, 1900 to 2200
     * @return the name of each, in English, by its date; empty for years without any
     */
    Map<LocalDate, String> holidays(String region, int year);
}
