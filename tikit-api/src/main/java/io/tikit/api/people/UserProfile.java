package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How somebody wants to be spoken to and reached.
 *
 * @param locale the language of texts for them
 * @param zone the time zone of dates for them
 * @param phone a telephone number, at most 40 characters; empty for none
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record UserProfile(Optional<Locale> locale, Optional<ZoneId> zone, String phone) {
    /** Nothing is known. */
    public static final UserProfile EMPTY = new UserProfile(Optional.empty(), Optional.empty(), "");

    /** Checks that nothing is null. */
    public UserProfile {
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(phone, "phone");
    }

    /** Names nothing, so that logs hold no personal data. */
    @Override
    public String toString() {
        return "profile";
    }
}
