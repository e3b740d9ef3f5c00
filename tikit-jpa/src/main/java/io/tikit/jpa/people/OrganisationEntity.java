package io.tikit.jpa.people;

import io.tikit.api.people.Organisation;
import io.tikit.api.people.OrganisationId;
import io.tikit.jpa.codec.Fingerprint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** The row of an organisation, without its domains and members. */
@Entity(name = "Organisation")
@Table(name = "tikit_organisation")
@IdClass(OrganisationEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class OrganisationEntity {
    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "name")
    String name;

    @Column(name = "name_digest")
    byte[] nameDigest;

    @Column(name = "shared_tickets")
    short shared;

    @Column(name = "retired")
    short retired;

    @Column(name = "created_at")
    long created;

    /** For the provider. */
    protected OrganisationEntity() {}

    @SuppressWarnings("NullAway.Init") // the key; the rest follows by write
    OrganisationEntity(int tenant, UUID id) {
        this.tenant = tenant;
        this.id = id;
    }

    void write(Organisation organisation) {
        name = organisation.name();
        nameDigest = Fingerprint.folded(organisation.name());
        shared = (short) (organisation.shared() ? 1 : 0);
        retired = (short) (organisation.retired() ? 1 : 0);
        created = organisation.createdAt().toEpochMilli();
    }

    Organisation toOrganisation(Set<String> domains) {
        return new Organisation(
                new OrganisationId(id), name, shared == 1, domains, retired == 1, Instant.ofEpochMilli(created));
    }

    /** The key. */
    public record Key(int tenant, UUID id) implements Serializable {}
}
