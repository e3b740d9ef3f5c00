package io.tikit.jpa.attachment;

import io.tikit.api.Actor;
import io.tikit.api.attachment.Attachment;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.attachment.FileFacts;
import io.tikit.api.attachment.StagedAttachment;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.ticket.TicketId;
import io.tikit.jpa.codec.ActorColumns;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of an attachment. */
@Entity(name = "Attachment")
@Table(name = "tikit_attachment")
@IdClass(AttachmentEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class AttachmentEntity {
    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "ticket")
    @Nullable
    UUID ticket;

    @Column(name = "entry")
    @Nullable
    UUID entry;

    @Column(name = "file_name")
    String name;

    @Column(name = "media_type")
    String mediaType;

    @Column(name = "declared_type")
    String declaredType;

    @Column(name = "mismatched")
    short mismatched;

    @Column(name = "byte_size")
    long size;

    @Column(name = "sha256")
    byte[] sha256;

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

    @Column(name = "uploaded_at")
    long uploaded;

    @Column(name = "expires_at")
    long expires;

    /** For the provider. */
    protected AttachmentEntity() {}

    StagedAttachment toStaged() {
        return new StagedAttachment(
                new AttachmentId(id),
                file(),
                uploader(),
                Instant.ofEpochMilli(uploaded),
                Instant.ofEpochMilli(expires));
    }

    Attachment toAttachment() {
        return new Attachment(
                new AttachmentId(id),
                new TicketId(Objects.requireNonNull(ticket, "ticket")),
                new EntryId(Objects.requireNonNull(entry, "entry")),
                file(),
                uploader(),
                Instant.ofEpochMilli(uploaded));
    }

    private FileFacts file() {
        return new FileFacts(name, size, HexFormat.of().formatHex(sha256), mediaType, declaredType, mismatched == 1);
    }

    private Actor uploader() {
        return new ActorColumns(actorKind, actorUser, actorName, actorRole).toActor();
    }

    /** The key. */
    public record Key(int tenant, UUID id) implements Serializable {}
}
