package io.tikit.jpa.configuration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The revision of a tenant's configuration. */
@Entity(name = "ConfigHead")
@Table(name = "tikit_config_head")
public class ConfigHeadEntity {
    @Id
    @Column(name = "tenant")
    int tenant;

    @Column(name = "revision")
    long revision;

    /** For the provider. */
    protected ConfigHeadEntity() {}
}
