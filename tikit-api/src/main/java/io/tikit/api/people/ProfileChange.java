package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One change of a profile. Immutable; later versions add more kinds. Texts name no values, so that logs hold no
 * personal data.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface ProfileChange {
    /**
     * What it changes.
     *
     * @return the field
     */
    ProfileField field();

    /**
     * Another name.
     *
     * @param value 1 to 200 characters
     */
    record SetName(String value) implements ProfileChange {
        /** Checks that nothing is null. */
        public SetName {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public ProfileField field() {
            return ProfileField.NAME;
        }

        @Override
        public String toString() {
            return "SetName";
        }
    }

    /**
     * Another mail address.
     *
     * @param value at most 254 characters; empty for none
     */
    record SetEmail(String value) implements ProfileChange {
        /** Checks that nothing is null. */
        public SetEmail {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public ProfileField field() {
            return ProfileField.EMAIL;
        }

        @Override
        public String toString() {
            return "SetEmail";
        }
    }

    /**
     * Another telephone number.
     *
     * @param value at most 40 characters; empty for none
     */
    record SetPhone(String value) implements ProfileChange {
        /** Checks that nothing is null. */
        public SetPhone {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public ProfileField field() {
            return ProfileField.PHONE;
        }

        @Override
        public String toString() {
            return "SetPhone";
        }
    }

    /**
     * Another language.
     *
     * @param value the language, with a tag of at most 35 characters; empty for that of the desk
     */
    record SetLocale(Optional<Locale> value) implements ProfileChange {
        /** Checks that nothing is null. */
        public SetLocale {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public ProfileField field() {
            return ProfileField.LOCALE;
        }

        @Override
        public String toString() {
            return "SetLocale";
        }
    }

    /**
     * Another time zone.
     *
     * @param value the zone, with an id of at most 50 characters; empty for that of the desk
     */
    record SetZone(Optional<ZoneId> value) implements ProfileChange {
        /** Checks that nothing is null. */
        public SetZone {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public ProfileField field() {
            return ProfileField.ZONE;
        }

        @Override
        public String toString() {
            return "SetZone";
        }
    }
}
