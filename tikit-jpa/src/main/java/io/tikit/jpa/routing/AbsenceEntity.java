package io.tikit.jpa.routing;

import io.tikit.api.people.UserId;
import io.tikit.api.routing.Absence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of an absence. */
@Entity(name = "Absence")
@Table(name = "tikit_absence")
@IdClass(AbsenceEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class AbsenceEntity {
    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "agent")
    UUID agent;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "from_at")
    long start;

    @Column(name = "to_at")
    long finish;

    @Column(name = "substitute")
    @Nullable
    UUID substitute;

    /** For the provider. */
    protected AbsenceEntity() {}

    AbsenceEntity(int tenant, Absence absence) {
        this.tenant = tenant;
        agent = absence.agent().value();
        id = absence.id();
        start = absence.from().toEpochMilli();
        finish = absence.to().toEpochMilli();
        substitute = absence.substitute().map(UserId::value).orElse(null);
    }

    Absence toAbsence() {
        return new Absence(
                id,
                new UserId(agent),
                Instant.ofEpochMilli(start),
                Instant.ofEpochMilli(finish),
                Optional.ofNullable(substitute).map(UserId::new));
    }

    /** The key. */
    public record Key(int tenant, UUID agent, UUID id) implements Serializable {}
}
