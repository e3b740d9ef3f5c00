package io.tikit.jpa.people;

import io.tikit.api.Person;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.people.UserProfile;
import io.tikit.api.people.UserState;
import io.tikit.jpa.codec.Fingerprint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a user. */
@Entity(name = "User")
@Table(name = "tikit_user")
@IdClass(UserEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class UserEntity {
    /** By the number that is kept. */
    private static final List<UserState> STATES =
            List.of(UserState.SUSPENDED, UserState.ACTIVE, UserState.INVITED, UserState.DEACTIVATED);

    static final short ACTIVE = 1;

    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "name")
    String name;

    @Column(name = "email")
    String email;

    @Column(name = "email_digest")
    byte @Nullable [] emailDigest;

    @Column(name = "subject")
    String subject;

    @Column(name = "subject_digest")
    byte[] subjectDigest;

    @Column(name = "role_key")
    String role;

    @Column(name = "state")
    short state;

    @Column(name = "locale")
    @Nullable
    String locale;

    @Column(name = "zone")
    @Nullable
    String zone;

    @Column(name = "phone")
    @Nullable
    String phone;

    @Nullable
    @Column(name = "organisation")
    UUID organisation;

    @Column(name = "created_at")
    long created;

    /** For the provider. */
    protected UserEntity() {}

    @SuppressWarnings("NullAway.Init") // the key; the rest follows by write
    UserEntity(int tenant, UUID id) {
        this.tenant = tenant;
        this.id = id;
    }

    void write(User user) {
        Person person = user.person();
        name = person.name();
        email = person.email();
        emailDigest = person.email().isEmpty() ? null : Fingerprint.folded(person.email());
        subject = person.subject();
        subjectDigest = Fingerprint.exact(person.subject());
        role = user.role().key();
        state = (short) STATES.indexOf(user.state());
        locale = user.profile().locale().map(Locale::toLanguageTag).orElse(null);
        zone = user.profile().zone().map(ZoneId::getId).orElse(null);
        phone = user.profile().phone().isEmpty() ? null : user.profile().phone();
        organisation = user.organisation().map(OrganisationId::value).orElse(null);
        created = user.createdAt().toEpochMilli();
    }

    User toUser() {
        return new User(
                new UserId(id),
                new Person(name, email, subject),
                new Role(role),
                state(state),
                profile(locale, zone, phone),
                Optional.ofNullable(organisation).map(OrganisationId::new),
                Instant.ofEpochMilli(created));
    }

    static UserState state(short rank) {
        return STATES.get(rank);
    }

    static UserProfile profile(@Nullable String locale, @Nullable String zone, @Nullable String phone) {
        return locale == null && zone == null && phone == null
                ? UserProfile.EMPTY
                : new UserProfile(
                        Optional.ofNullable(locale).map(Locale::forLanguageTag),
                        Optional.ofNullable(zone).flatMap(UserEntity::zone),
                        phone == null ? "" : phone);
    }

    /** A zone that only newer data of zones know must not keep this node from reading the person. */
    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The key. */
    public record Key(int tenant, UUID id) implements Serializable {}
}
