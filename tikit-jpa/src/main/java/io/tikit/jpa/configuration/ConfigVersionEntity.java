package io.tikit.jpa.configuration;

import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.DocumentContent;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.DocumentStamp;
import io.tikit.api.event.EventId;
import io.tikit.jpa.codec.ActorColumns;
import io.tikit.jpa.codec.Overflow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a version of a document. Written by statements, never changed. */
@Entity(name = "ConfigVersion")
@Table(name = "tikit_config_version")
@IdClass(ConfigVersionEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class ConfigVersionEntity {
    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "kind")
    String kind;

    @Id
    @Column(name = "item_key")
    String key;

    @Id
    @Column(name = "version")
    long version;

    @Column(name = "label")
    String label;

    @Column(name = "parent")
    @Nullable
    String parent;

    @Column(name = "retired")
    short retired;

    @Column(name = "format")
    int format;

    @Column(name = "body")
    @Nullable
    String body;

    @Column(name = "body_large")
    @Nullable
    String bodyLarge;

    @Column(name = "author_kind")
    short authorKind;

    @Column(name = "author_user")
    @Nullable
    UUID authorUser;

    @Column(name = "author_name")
    @Nullable
    String authorName;

    @Column(name = "author_role")
    @Nullable
    String authorRole;

    @Column(name = "written_at")
    long written;

    @Column(name = "event")
    UUID event;

    /** For the provider. */
    protected ConfigVersionEntity() {}

    Document toDocument() {
        return new Document(
                new DocumentKey(kind, key),
                version,
                new DocumentContent(
                        label,
                        Optional.ofNullable(parent),
                        retired == 1,
                        Objects.requireNonNull(Overflow.text(body, bodyLarge), "body")),
                new DocumentStamp(
                        format,
                        new ActorColumns(authorKind, authorUser, authorName, authorRole).toActor(),
                        Instant.ofEpochMilli(written),
                        new EventId(event)));
    }

    /** The key. */
    public record Key(int tenant, String kind, String key, long version) implements Serializable {}
}
