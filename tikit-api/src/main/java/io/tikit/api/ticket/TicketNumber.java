package io.tikit.api.ticket;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The written form of ticket numbers: a prefix, a hyphen and a serial, such as {@code TIK-12345} (REQ-TM-002).
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class TicketNumber {
    private static final String PREFIX = "TIK-";
    private static final Pattern FORM = Pattern.compile("\\s*(?:[Tt][Ii][Kk]-|#)?([1-9][0-9]{0,17})\\s*");

    private TicketNumber() {}

    /**
     * Writes a number.
     *
     * @param serial at least 1
     * @return such as {@code TIK-12345}
     */
    public static String format(long serial) {
        return PREFIX + serial;
    }

    /**
     * Reads a number that stands alone in a text, with or without the prefix in any case, or after a
     * hash sign.
     *
     * @param text what somebody typed
     * @return the serial, or empty if the text is not a number
     */
    public static OptionalLong parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
