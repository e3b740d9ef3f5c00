package io.tikit.jpa.people;

import io.tikit.api.Person;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.jpa.codec.Fingerprint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a user. */
@Entity(name = "User")
@Table(name = "tikit_user")
@IdClass(UserEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class UserEntity {
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

    @Column(name = "active")
    short active;

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
        active = (short) (user.active() ? 1 : 0);
        created = user.createdAt().toEpochMilli();
    }

    User toUser() {
        return new User(
                new UserId(id),
                new Person(name, email, subject),
                new Role(role),
                active == 1,
                Instant.ofEpochMilli(created));
    }

    /** The key. */
    public record Key(int tenant, UUID id) implements Serializable {}
}
