package io.tikit.jpa.configuration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** The row of a document that others refer to. Written by statements, read in joins only. */
@Entity(name = "ConfigItem")
@Table(name = "tikit_config_item")
@IdClass(ConfigItemEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class ConfigItemEntity {
    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "kind")
    String kind;

    @Id
    @Column(name = "item_key")
    String key;

    @Column(name = "version")
    long version;

    @Column(name = "revision")
    long revision;

    /** For the provider. */
    protected ConfigItemEntity() {}

    /** The key. */
    public record Key(int tenant, String kind, String key) implements Serializable {}
}
