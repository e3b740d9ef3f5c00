package io.tikit.jpa.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** That a user is a member of an organisation. */
@Entity(name = "OrganisationMember")
@Table(name = "tikit_organisation_member")
@IdClass(OrganisationMemberEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class OrganisationMemberEntity {
    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "organisation")
    UUID organisation;

    @Id
    @Column(name = "member")
    UUID member;

    /** For the provider. */
    protected OrganisationMemberEntity() {}

    OrganisationMemberEntity(int tenant, UUID organisation, UUID member) {
        this.tenant = tenant;
        this.organisation = organisation;
        this.member = member;
    }

    /** The key. */
    public record Key(int tenant, UUID organisation, UUID member) implements Serializable {}
}
