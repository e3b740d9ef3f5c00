package io.tikit.core.people;

import io.tikit.core.pipeline.Violations;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Languages and zones as texts. */
final class ProfileTexts {
    private ProfileTexts() {}

    /** The language of a tag; a blank one is none. */
    static Optional<Locale> locale(String path, String tag, Violations found) {
        if (tag.isEmpty()) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (tag.length() <= ProfileRules.LONGEST_LOCALE
                    && !locale.getLanguage().isEmpty()
                    && Locale.forLanguageTag(locale.toLanguageTag()).equals(locale)) {
                return Optional.of(locale);
            }
        } catch (IllformedLocaleException e) {
            // It is told below, as what has the form and means nothing.
        }
        found.add(path, "bad_locale", "'" + tag + "' is not a language tag such as en or pt-BR", Map.of("value", tag));
        return Optional.empty();
    }

    /** The zone of an id; a blank one is none. */
    static Optional<ZoneId> zone(String path, String id, Violations found) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (id.length() <= ProfileRules.LONGEST_ZONE) {
                return Optional.of(ZoneId.of(id));
            }
        } catch (DateTimeException e) {
            // It is told below, as what is too long.
        }
        found.add(path, "bad_zone", "'" + id + "' is not a time zone such as Europe/Berlin", Map.of("value", id));
        return Optional.empty();
    }
}
