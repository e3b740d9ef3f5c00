package io.tikit.core.people;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.User;
import io.tikit.api.people.UserProfile;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event tells of a user. */
final class UserChanges {
    private UserChanges() {}

    static List<FieldChange> created(User user) {
        return between(null, user);
    }

    static List<FieldChange> between(@Nullable User before, User after) {
        List<FieldChange> changes = new ArrayList<>();
        add(changes, "name", before == null ? null : before.name(), after.name());
        add(
                changes,
                "email",
                before == null ? null : before.person().email(),
                after.person().email());
        add(
                changes,
                "subject",
                before == null ? null : before.person().subject(),
                after.person().subject());
        add(
                changes,
                "role",
                before == null ? null : before.role().key(),
                after.role().key());
        add(
                changes,
                "state",
                before == null ? null : before.state().name(),
                after.state().name());
        // A profile that is not there yet is an empty one, so that what nobody said is not told.
        UserProfile profile = before == null ? UserProfile.EMPTY : before.profile();
        add(changes, "phone", text(profile.phone()), text(after.profile().phone()));
        add(
                changes,
                "locale",
                profile.locale().map(Locale::toLanguageTag),
                after.profile().locale().map(Locale::toLanguageTag));
        add(
                changes,
                "zone",
                profile.zone().map(ZoneId::getId),
                after.profile().zone().map(ZoneId::getId));
        Optional<FieldValue> first =
                Optional.ofNullable(before).flatMap(User::organisation).map(id -> new FieldValue.Id(id.value()));
        Optional<FieldValue> now = after.organisation().map(id -> new FieldValue.Id(id.value()));
        if (!first.equals(now)) {
            changes.add(new FieldChange("organisation", first, now));
        }
        return changes;
    }

    private static Optional<String> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static void add(List<FieldChange> changes, String field, Optional<String> before, Optional<String> after) {
        if (!after.equals(before)) {
            changes.add(new FieldChange(field, before.map(FieldValue.Text::new), after.map(FieldValue.Text::new)));
        }
    }

    private static void add(List<FieldChange> changes, String field, @Nullable String before, String after) {
        if (!after.equals(before)) {
            changes.add(new FieldChange(
                    field,
                    Optional.ofNullable(before).map(FieldValue.Text::new),
                    Optional.of(new FieldValue.Text(after))));
        }
    }
}
