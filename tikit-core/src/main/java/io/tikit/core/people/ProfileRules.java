package io.tikit.core.people;

import io.tikit.api.Person;
import io.tikit.api.access.Permission;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.people.ProfileChange;
import io.tikit.api.people.ProfileField;
import io.tikit.api.people.ProfilePolicy;
import io.tikit.api.people.User;
import io.tikit.api.people.UserProfile;
import io.tikit.core.access.Access;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What holds for profiles. Pure. */
final class ProfileRules {
    static final int LONGEST_PHONE = 40;
    static final int LONGEST_LOCALE = 35;
    static final int LONGEST_ZONE = 50;
    private static final int MOST_CHANGES = 50;

    private ProfileRules() {}

    static void check(List<ProfileChange> changes, Violations violations) {
        if (changes.size() > MOST_CHANGES) {
            violations.add(
                    "changes",
                    "too_many",
                    "at most " + MOST_CHANGES + " changes, not " + changes.size(),
                    Map.of("max", MOST_CHANGES));
            return;
        }
        changes.forEach(change -> check(change, violations));
    }

    private static void check(ProfileChange change, Violations violations) {
        String path = change.field().key();
        if (change instanceof ProfileChange.SetName set) {
            violations.line(path, set.value(), 1, PeopleRules.LONGEST_NAME);
        } else if (change instanceof ProfileChange.SetEmail set) {
            PeopleRules.email(path, set.value(), violations);
        } else if (change instanceof ProfileChange.SetPhone set) {
            violations.line(path, set.value(), 0, LONGEST_PHONE);
        } else if (change instanceof ProfileChange.SetLocale set) {
            set.value().ifPresent(locale -> locale(path, locale, violations));
        } else if (change instanceof ProfileChange.SetZone set) {
            set.value()
                    .map(ZoneId::getId)
                    .filter(id -> id.length() > LONGEST_ZONE)
                    .ifPresent(id -> violations.add(
                            path, "bad_zone", "'" + id + "' is not a time zone that can be kept", Map.of("value", id)));
        }
    }

    /** Only what comes back from its tag as it was. */
    private static void locale(String path, Locale locale, Violations violations) {
        String tag = locale.toLanguageTag();
        if (tag.length() > LONGEST_LOCALE
                || locale.getLanguage().isEmpty()
                || !Locale.forLanguageTag(tag).equals(locale)) {
            violations.add(
                    path, "bad_locale", "'" + tag + "' is not a language tag that can be kept", Map.of("value", tag));
        }
    }

    /** The fields that a caller may change of their own profile. */
    static Set<ProfileField> ownFields(Session who, Snapshot snapshot) {
        // An API key with some permissions is made for a purpose, and this is no permission.
        if (who.user().isEmpty()
                || who.grant().flatMap(grant -> grant.permissions()).isPresent()) {
            return Set.of();
        }
        return Access.may(who, Permission.PEOPLE_CHANGE)
                ? EnumSet.allOf(ProfileField.class)
                : snapshot.inUse(ProfilePolicy.DOCUMENT, ProfilePolicy.class)
                        .orElse(ProfilePolicy.DEFAULT)
                        .of(who.role());
    }

    /** Refuses each field that people do not change themselves, all at once. */
    static void requireOwn(Set<ProfileField> allowed, List<ProfileChange> changes) {
        Violations refused = new Violations();
        changes.stream()
                .map(ProfileChange::field)
                .distinct()
                .sorted()
                .filter(field -> !allowed.contains(field))
                .forEach(field -> refused.add(
                        field.key(),
                        "not_self_service",
                        "people of this role do not change their own " + field.key() + "; the document "
                                + ProfilePolicy.DOCUMENT + " says which fields they change",
                        Map.of("field", field.key())));
        refused.throwIfAny(ErrorCode.INVALID_COMMAND);
    }

    static User changed(User user, List<ProfileChange> changes) {
        User after = user;
        for (ProfileChange change : changes) {
            after = changed(after, change);
        }
        return after;
    }

    private static User changed(User user, ProfileChange change) {
        Person person = user.person();
        UserProfile profile = user.profile();
        if (change instanceof ProfileChange.SetName set) {
            return user.withPerson(new Person(set.value(), person.email(), person.subject()));
        }
        if (change instanceof ProfileChange.SetEmail set) {
            return user.withPerson(new Person(person.name(), set.value(), person.subject()));
        }
        if (change instanceof ProfileChange.SetPhone set) {
            return user.withProfile(new UserProfile(profile.locale(), profile.zone(), set.value()));
        }
        if (change instanceof ProfileChange.SetLocale set) {
            return user.withProfile(new UserProfile(set.value(), profile.zone(), profile.phone()));
        }
        return user.withProfile(
                new UserProfile(profile.locale(), ((ProfileChange.SetZone) change).value(), profile.phone()));
    }

    /** Others may have changed other fields since it was seen; the same ones only to what is wanted now. */
    static void requireUnchanged(User seen, User before, User after) {
        List<ConflictException.Side> sides = EnumSet.allOf(ProfileField.class).stream()
                .filter(field -> !text(field, before).equals(text(field, after))
                        && !text(field, before).equals(text(field, seen)))
                .map(field -> new ConflictException.Side(field.key(), text(field, after), text(field, before)))
                .toList();
        if (!sides.isEmpty()) {
            throw new ConflictException(
                    ErrorCode.USER_CONFLICT,
                    "others changed "
                            + sides.stream().map(ConflictException.Side::field).toList() + " of " + before.id()
                            + " since it was seen; show both sides and begin again from the user as it is now",
                    sides);
        }
    }

    private static String text(ProfileField field, User user) {
        return switch (field) {
            case NAME -> user.name();
            case EMAIL -> user.person().email();
            case PHONE -> user.profile().phone();
            case LOCALE -> user.profile().locale().map(Locale::toLanguageTag).orElse("");
            case ZONE -> user.profile().zone().map(ZoneId::getId).orElse("");
        };
    }
}
