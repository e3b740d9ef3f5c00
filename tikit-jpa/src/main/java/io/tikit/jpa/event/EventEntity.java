package io.tikit.jpa.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of an event, found by its subject. */
@Entity(name = "Event")
@Table(name = "tikit_event")
@IdClass(EventEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class EventEntity {
    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "subject")
    UUID subject;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "revision")
    long revision;

    @Column(name = "schema_version")
    short schema;

    @Column(name = "event_type")
    String type;

    @Column(name = "happened_at")
    long happened;

    @Column(name = "actor_kind")
    short actorKind;

    @Column(name = "actor_user")
    @Nullable
    UUID actorUser;

    @Column(name = "actor_name")
    @Nullable
    String actorName;

    @Column(name = "actor_role")
    @Nullable
    String actorRole;

    @Column(name = "on_behalf_of")
    @Nullable
    UUID onBehalfOf;

    @Column(name = "channel")
    String channel;

    @Column(name = "correlation")
    String correlation;

    @Nullable
    @Column(name = "cause")
    UUID cause;

    @Nullable
    @Column(name = "cause_subject")
    UUID causeSubject;

    @Column(name = "depth")
    int depth;

    @Nullable
    @Column(name = "entry")
    UUID entry;

    @Nullable
    @Column(name = "changes")
    String changes;

    @Column(name = "changes_large")
    @Nullable
    String changesLarge;

    @Nullable
    @Column(name = "texts")
    String texts;

    @Column(name = "texts_large")
    @Nullable
    String textsLarge;

    @Column(name = "config_revision")
    long configRevision;

    /** For the provider. */
    protected EventEntity() {}

    /** The key. */
    public record Key(int tenant, UUID subject, UUID id) implements Serializable {}
}
