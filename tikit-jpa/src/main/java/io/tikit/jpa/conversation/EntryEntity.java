package io.tikit.jpa.conversation;

import io.tikit.api.Channel;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.ticket.TicketId;
import io.tikit.jpa.codec.ActorColumns;
import io.tikit.jpa.codec.Overflow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of an entry, found by its ticket. */
@Entity(name = "TicketEntry")
@Table(name = "tikit_entry")
@IdClass(EntryEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class EntryEntity {
    /** Added to the count of files of an entry that has details. */
    static final int DETAILED = 16_384;

    private static final EntryKind[] KINDS = EntryKind.values();

    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "ticket")
    UUID ticket;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "kind")
    short kind;

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

    @Column(name = "channel")
    String channel;

    @Column(name = "written_at")
    long written;

    @Nullable
    @Column(name = "body")
    String body;

    @Column(name = "body_large")
    @Nullable
    String bodyLarge;

    @Column(name = "attachments")
    short attachments;

    /** For the provider. */
    protected EntryEntity() {}

    boolean hasFiles() {
        return attachments % DETAILED > 0;
    }

    boolean hasDetail() {
        return attachments >= DETAILED;
    }

    Entry toEntry() {
        String text = Overflow.text(body, bodyLarge);
        return new Entry(
                new EntryId(id),
                new TicketId(ticket),
                KINDS[kind],
                new ActorColumns(actorKind, actorUser, actorName, actorRole).toActor(),
                new Channel(channel),
                Instant.ofEpochMilli(written),
                text == null ? "" : text);
    }

    /** The key. */
    public record Key(int tenant, UUID ticket, UUID id) implements Serializable {}
}
