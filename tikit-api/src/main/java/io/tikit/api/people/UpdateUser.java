package io.tikit.api.people;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes a user. Recorded as {@code user.updated}. What is empty stays as it is. Nobody may change their own role or
 * make themselves inactive, so a desk never loses its last administrator.
 *
 * @param id which user
 * @param name a new name
 * @param email a new mail address
 * @param role a new role
 * @param active whether they may do anything
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record UpdateUser(
        UserId id, Optional<String> name, Optional<String> email, Optional<Role> role, Optional<Boolean> active)
        implements Command<User> {
    /** Checks that nothing is null. */
    public UpdateUser {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(active, "active");
    }

    /**
     * A change of nothing yet.
     *
     * @param id which user
     * @return the command
     */
    public static UpdateUser of(UserId id) {
        return new UpdateUser(id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * With a new name.
     *
     * @param value 1 to 200 characters
     * @return a copy
     */
    public UpdateUser withName(String value) {
        return new UpdateUser(id, Optional.of(value), email, role, active);
    }

    /**
     * With a new mail address.
     *
     * @param value at most 254 characters
     * @return a copy
     */
    public UpdateUser withEmail(String value) {
        return new UpdateUser(id, name, Optional.of(value), role, active);
    }

    /**
     * With a new role.
     *
     * @param value what they may do
     * @return a copy
     */
    public UpdateUser withRole(Role value) {
        return new UpdateUser(id, name, email, Optional.of(value), active);
    }

    /**
     * Active or not.
     *
     * @param value whether they may do anything
     * @return a copy
     */
    public UpdateUser withActive(boolean value) {
        return new UpdateUser(id, name, email, role, Optional.of(value));
    }

    /** Names the command without personal data, for logs. */
    @Override
    public String toString() {
        return "UpdateUser " + id;
    }
}
