package io.tikit.api.people;

import io.tikit.api.Command;
import io.tikit.api.Person;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * Makes somebody known to the desk. Recorded as {@code user.created}. The subject and, when given, the mail address
 * must be new to the desk.
 *
 * @param person who it is
 * @param role what they may do
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record CreateUser(Person person, Role role) implements Command<User> {
    /** Checks that nothing is null. */
    public CreateUser {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(role, "role");
    }

    /**
     * A customer.
     *
     * @param name how to address them
     * @param email their mail address
     * @return the command
     */
    public static CreateUser of(String name, String email) {
        return new CreateUser(Person.of(name, email), Role.CUSTOMER);
    }

    /**
     * With another role.
     *
     * @param newRole what they may do
     * @return a copy
     */
    public CreateUser withRole(Role newRole) {
        return new CreateUser(person, newRole);
    }

    /** Names the command without personal data, for logs. */
    @Override
    public String toString() {
        return "CreateUser " + role;
    }
}
