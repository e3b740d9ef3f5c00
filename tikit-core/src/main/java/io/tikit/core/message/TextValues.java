package io.tikit.core.message;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes values as a language does. */
final class TextValues {
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb");

    private static final int MOST_DIGITS = 200;

    private final Locale locale;
    private final ZoneId zone;
    private final boolean rightToLeft;

    /** Writes as a locale does; the text around is in the same language. */
    TextValues(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.rightToLeft = RIGHT_TO_LEFT.contains(locale.getLanguage());
    }

    String language() {
        return locale.getLanguage();
    }

    /** A value inside a sentence. */
    String text(Object value, boolean dayOnly) {
        return isolated(plain(value, dayOnly));
    }

    /** Keeps a value from turning the sentence around it, where that could happen. */
    String isolated(String value) {
        return rightToLeft || hasRightToLeft(value) ? FIRST_STRONG_ISOLATE + value + POP_ISOLATE : value;
    }

    private static boolean hasRightToLeft(String value) {
        return value.codePoints()
                .map(Character::getDirectionality)
                .anyMatch(direction -> direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }

    private String plain(Object value, boolean dayOnly) {
        if (value instanceof Number) {
            BigDecimal number = number(value);
            return number == null ? value.toString() : decimal(number);
        }
        if (value instanceof Collection<?> many) {
            StringBuilder text = new StringBuilder();
            for (Object one : many) {
                boolean simple = one != null && !(one instanceof Collection<?>);
                text.append(text.isEmpty() ? "" : separator())
                        .append(simple ? plain(one, dayOnly) : String.valueOf(one));
            }
            return text.toString();
        }
        try {
            if (value instanceof Instant instant) {
                DateTimeFormatter formatter = dayOnly
                        ? DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
                return formatter.withLocale(locale).withZone(zone).format(instant);
            }
            if (value instanceof LocalDate day) {
                return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(day);
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Far beyond any calendar that people use: the value as it is.
            return value.toString();
        }
        return value.toString();
    }

    private String separator() {
        return rightToLeft ? "، " : ", ";
    }

    private String decimal(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(20);
        return format.format(number);
    }

    /** The number that something is, or null: also of those that have no end, are none or have more digits than help. */
    static @Nullable BigDecimal number(@Nullable Object value) {
        if (!(value instanceof Number)) {
            return null;
        }
        try {
            BigDecimal number = value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
            return number.precision() + Math.abs((long) number.scale()) <= MOST_DIGITS ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
