package io.tikit.api.people;

import io.tikit.api.Command;
import io.tikit.api.Person;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * Makes somebody known who has yet to say that they come: they may do nothing until they are active. Recorded as
 * {@code user.invited}.
 *
 * @param person name, mail address and the host's own name for them
 * @param role what they may do once they are active
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record InviteUser(Person person, Role role) implements Command<User> {
    /** Checks that nothing is null. */
    public InviteUser {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(role, "role");
    }

    /** Names the command without personal data, for logs. */
    @Override
    public String toString() {
        return "InviteUser as " + role;
    }
}
