package io.tikit.api.people;

import io.tikit.api.Person;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.util.Objects;

/**
 * Somebody known to the desk.
 *
 * @param id the id
 * @param person name, mail address and the host's own name for them
 * @param role what they may do
 * @param active whether they may do it now; inactive users keep their tickets and authorship
 * @param createdAt since when the desk knows them
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record User(UserId id, Person person, Role role, boolean active, Instant createdAt) {
    /** Checks that nothing is null. */
    public User {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /**
     * How to address them.
     *
     * @return the name
     */
    public String name() {
        return person.name();
    }

    /** Names the user without personal data, for logs. */
    @Override
    public String toString() {
        return "user " + id + " " + role + (active ? "" : " inactive");
    }
}
