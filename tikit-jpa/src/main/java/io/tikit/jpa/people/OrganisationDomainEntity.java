package io.tikit.jpa.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** That a mail domain belongs to an organisation. */
@Entity(name = "OrganisationDomain")
@Table(name = "tikit_organisation_domain")
@IdClass(OrganisationDomainEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class OrganisationDomainEntity {
    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "organisation")
    UUID organisation;

    @Id
    @Column(name = "domain_name")
    String domain;

    /** For the provider. */
    protected OrganisationDomainEntity() {}

    OrganisationDomainEntity(int tenant, UUID organisation, String domain) {
        this.tenant = tenant;
        this.organisation = organisation;
        this.domain = domain;
    }

    /** The key. */
    public record Key(int tenant, UUID organisation, String domain) implements Serializable {}
}
