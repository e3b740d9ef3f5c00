package io.tikit.api.people;

import io.tikit.api.Person;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody known to the desk.
 *
 * @param id the id
 * @param person name, mail address and the host's own name for them
 * @param role what they may do
 * @param state whether they may do it now; whoever is not active keeps their tickets and authorship
 * @param profile how they want to be spoken to and reached
 * @param organisation the first of their organisations, to which their new tickets belong
 * @param createdAt since when the desk knows them
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record User(
        UserId id,
        Person person,
        Role role,
        UserState state,
        UserProfile profile,
        Optional<OrganisationId> organisation,
        Instant createdAt) {
    /** Checks that nothing is null. */
    public User {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /**
     * Somebody with an empty profile and without an organisation.
     *
     * @param id the id
     * @param person name, mail address and the host's own name for them
     * @param role what they may do
     * @param active whether they may do it now; if not, they are suspended
     * @param createdAt since when the desk knows them
     */
    public User(UserId id, Person person, Role role, boolean active, Instant createdAt) {
        this(
                id,
                person,
                role,
                active ? UserState.ACTIVE : UserState.SUSPENDED,
                UserProfile.EMPTY,
                Optional.empty(),
                createdAt);
    }

    /**
     * Whether they may do anything now.
     *
     * @return whether the state is {@link UserState#ACTIVE}
     */
    public boolean active() {
        return state == UserState.ACTIVE;
    }

    /**
     * How to address them.
     *
     * @return the name
     */
    public String name() {
        return person.name();
    }

    /**
     * With another name, mail address or subject.
     *
     * @param value the person
     * @return a copy
     */
    public User withPerson(Person value) {
        return new User(id, value, role, state, profile, organisation, createdAt);
    }

    /**
     * With another role.
     *
     * @param value what they may do
     * @return a copy
     */
    public User withRole(Role value) {
        return new User(id, person, value, state, profile, organisation, createdAt);
    }

    /**
     * In another state.
     *
     * @param value the state
     * @return a copy
     */
    public User withState(UserState value) {
        return new User(id, person, role, value, profile, organisation, createdAt);
    }

    /**
     * With another profile.
     *
     * @param value the profile
     * @return a copy
     */
    public User withProfile(UserProfile value) {
        return new User(id, person, role, state, value, organisation, createdAt);
    }

    /**
     * With another first organisation.
     *
     * @param value the organisation, or empty for none
     * @return a copy
     */
    public User withOrganisation(Optional<OrganisationId> value) {
        return new User(id, person, role, state, profile, value, createdAt);
    }

    /** Names the user without personal data, for logs. */
    @Override
    public String toString() {
        return "user " + id + " " + role + " " + state;
    }
}
