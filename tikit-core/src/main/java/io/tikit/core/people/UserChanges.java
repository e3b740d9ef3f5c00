package io.tikit.core.people;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.User;
import java.util.ArrayList;
import java.util.List;
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
        Optional<FieldValue> first =
                Optional.ofNullable(before).flatMap(User::organisation).map(id -> new FieldValue.Id(id.value()));
        Optional<FieldValue> now = after.organisation().map(id -> new FieldValue.Id(id.value()));
        if (!first.equals(now)) {
            changes.add(new FieldChange("organisation", first, now));
        }
        return changes;
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
