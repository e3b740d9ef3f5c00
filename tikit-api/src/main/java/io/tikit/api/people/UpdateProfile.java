package io.tikit.api.people;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes the profile of a person. Recorded as {@code user.updated} in that person's history. People change of their own
 * what {@link ProfilePolicy} lets their role; whoever may change people changes all of it. A later change of a field in
 * the same command takes the place of an earlier one.
 *
 * @param id whose profile
 * @param changes what to change
 * @param seen the person as shown to whoever made the changes; if others have changed one of the same fields since,
 *     the command is refused; empty to change it in any case
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record UpdateProfile(UserId id, List<ProfileChange> changes, Optional<User> seen) implements Command<User> {
    /** Copies the changes. */
    public UpdateProfile {
        Objects.requireNonNull(id, "id");
        changes = List.copyOf(changes);
        Objects.requireNonNull(seen, "seen");
    }

    /**
     * A change of nothing yet, in any case.
     *
     * @param id whose profile
     * @return the command
     */
    public static UpdateProfile of(UserId id) {
        return new UpdateProfile(id, List.of(), Optional.empty());
    }

    /**
     * A change of nothing yet, of what was seen. Fields that others changed are only in the way if they are the same.
     *
     * @param seen the person as read before
     * @return the command
     */
    public static UpdateProfile from(User seen) {
        return new UpdateProfile(seen.id(), List.of(), Optional.of(seen));
    }

    /**
     * With one more change.
     *
     * @param change the change
     * @return a copy
     */
    public UpdateProfile with(ProfileChange change) {
        List<ProfileChange> all = new ArrayList<>(changes);
        all.add(change);
        return new UpdateProfile(id, all, seen);
    }

    /**
     * With another name.
     *
     * @param value 1 to 200 characters
     * @return a copy
     */
    public UpdateProfile withName(String value) {
        return with(new ProfileChange.SetName(value));
    }

    /**
     * With another telephone number.
     *
     * @param value at most 40 characters; empty for none
     * @return a copy
     */
    public UpdateProfile withPhone(String value) {
        return with(new ProfileChange.SetPhone(value));
    }

    /**
     * With another language.
     *
     * @param value the language
     * @return a copy
     */
    public UpdateProfile withLocale(Locale value) {
        return with(new ProfileChange.SetLocale(Optional.of(value)));
    }

    /**
     * With another time zone.
     *
     * @param value the zone
     * @return a copy
     */
    public UpdateProfile withZone(ZoneId value) {
        return with(new ProfileChange.SetZone(Optional.of(value)));
    }

    /** Names the command without personal data, for logs. */
    @Override
    public String toString() {
        return "UpdateProfile " + id + " " + changes;
    }
}
