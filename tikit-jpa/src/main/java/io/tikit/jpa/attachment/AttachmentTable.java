package io.tikit.jpa.attachment;

import io.tikit.api.attachment.Attachment;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.attachment.FileFacts;
import io.tikit.api.attachment.StagedAttachment;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.TicketId;
import io.tikit.jpa.codec.ActorColumns;
import io.tikit.jpa.codec.Ids;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.AttachmentPlace;
import io.tikit.spi.storage.AttachmentRepository;
import io.tikit.spi.storage.AttachmentUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records of attachments in the database. */
public final class AttachmentTable implements AttachmentRepository {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES = List.of(AttachmentEntity.class);

    /** When attachments of entries expire; a number, so that one index knows what waits. */
    static final long NEVER = Long.MAX_VALUE;

    private static final Change INSERT = Change.insert(
            Change.Step.APPENDED,
            "tikit_attachment",
            "tenant",
            "id",
            "file_name",
            "media_type",
            "declared_type",
            "mismatched",
            "byte_size",
            "sha256",
            "actor_kind",
            "actor_user",
            "actor_name",
            "actor_role",
            "uploaded_at",
            "expires_at");

    private final Session session;

    public AttachmentTable(Session session) {
        this.session = session;
    }

    @Override
    public void insert(StagedAttachment staged) {
        int tenant = session.tenant();
        count(1, staged.file().size());
        FileFacts file = staged.file();
        session.change(
                INSERT,
                row -> row.whole(tenant)
                        .id(staged.id().value())
                        .text(file.name())
                        .text(file.mediaType())
                        .text(file.declaredType())
                        .whole(file.mismatched() ? 1 : 0)
                        .whole(file.size())
                        .bytes(HexFormat.of().parseHex(file.sha256()))
                        .actor(ActorColumns.of(staged.uploader()))
                        .whole(staged.uploadedAt().toEpochMilli())
                        .whole(staged.expiresAt().toEpochMilli()));
    }

    /** The row stays locked, so the sum is exact whoever else uploads. Two who make it at once meet at its key. */
    private void count(int files, long bytes) {
        int counted = session.executeNative(
                "UPDATE tikit_attachment_usage SET file_count = file_count + ?, byte_count = byte_count + ?"
                        + " WHERE tenant = ?",
                files,
                bytes,
                session.tenant());
        if (counted == 0) {
            session.executeNative(
                    "INSERT INTO tikit_attachment_usage (tenant, file_count, byte_count) VALUES (?, ?, ?)",
                    session.tenant(),
                    files,
                    bytes);
        }
    }

    @Override
    public List<StagedAttachment> lockStaged(Collection<AttachmentId> ids) {
        List<StagedAttachment> found = new ArrayList<>();
        List<UUID> ordered = ids.stream()
                .map(AttachmentId::value)
                .distinct()
                .sorted(Ids::compare)
                .toList();
        for (UUID id : ordered) {
            AttachmentEntity row = session.lock(
                    AttachmentEntity.class,
                    "SELECT a FROM Attachment a WHERE a.tenant = ?1 AND a.id = ?2 AND a.ticket IS NULL",
                    session.tenant(),
                    id);
            if (row != null) {
                found.add(row.toStaged());
            }
        }
        return found;
    }

    @Override
    public void delete(StagedAttachment staged) {
        session.execute(
                "DELETE FROM Attachment a WHERE a.tenant = ?1 AND a.id = ?2",
                session.tenant(),
                staged.id().value());
        count(-1, -staged.file().size());
    }

    @Override
    public Optional<Attachment> find(AttachmentId id) {
        return session
                .readAll(
                        AttachmentEntity.class,
                        "SELECT a FROM Attachment a WHERE a.tenant = ?1 AND a.id = ?2 AND a.ticket IS NOT NULL",
                        session.tenant(),
                        id.value())
                .stream()
                .findFirst()
                .map(AttachmentEntity::toAttachment);
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // constants of the kind are only ever added at the end
    public List<Attachment> page(TicketId ticket, boolean notes, Optional<AttachmentPlace> after, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(session.tenant(), ticket.value()));
        StringBuilder jpql = new StringBuilder("SELECT a FROM Attachment a");
        jpql.append(notes ? "" : ", TicketEntry e").append(" WHERE a.tenant = ?1 AND a.ticket = ?2");
        if (!notes) {
            parameters.add((short) EntryKind.NOTE.ordinal());
            jpql.append(" AND e.tenant = a.tenant AND e.ticket = a.ticket AND e.id = a.entry AND e.kind <> ?3");
        }
        after.ifPresent(place -> {
            int entry = parameters.size() + 1;
            parameters.add(place.entry().value());
            parameters.add(place.id().value());
            jpql.append(" AND (a.entry > ?").append(entry);
            jpql.append(" OR (a.entry = ?").append(entry);
            jpql.append(" AND a.id > ?").append(entry + 1).append("))");
        });
        jpql.append(" ORDER BY a.entry, a.id");
        return session.read(AttachmentEntity.class, jpql.toString(), limit, parameters.toArray()).stream()
                .map(AttachmentEntity::toAttachment)
                .toList();
    }

    @Override
    public List<StagedAttachment> expired(Instant before, int limit) {
        return session
                .read(
                        AttachmentEntity.class,
                        "SELECT a FROM Attachment a WHERE a.tenant = ?1 AND a.expires < ?2 ORDER BY a.expires, a.id",
                        limit,
                        session.tenant(),
                        before.toEpochMilli())
                .stream()
                .map(AttachmentEntity::toStaged)
                .toList();
    }

    @Override
    public List<AttachmentId> ids(Optional<AttachmentId> after, int limit) {
        List<UUID> ids = after.isEmpty()
                ? session.read(
                        UUID.class,
                        "SELECT a.id FROM Attachment a WHERE a.tenant = ?1 ORDER BY a.id",
                        limit,
                        session.tenant())
                : session.read(
                        UUID.class,
                        "SELECT a.id FROM Attachment a WHERE a.tenant = ?1 AND a.id > ?2 ORDER BY a.id",
                        limit,
                        session.tenant(),
                        after.get().value());
        return ids.stream().map(AttachmentId::new).toList();
    }

    @Override
    public AttachmentUsage usage(TicketId ticket) {
        return usage(session.readAll(
                Object[].class,
                "SELECT COUNT(a), SUM(a.size) FROM Attachment a WHERE a.tenant = ?1 AND a.ticket = ?2",
                session.tenant(),
                ticket.value()));
    }

    @Override
    public AttachmentUsage usage() {
        return usage(session.readRows(
                "SELECT file_count, byte_count FROM tikit_attachment_usage WHERE tenant = ?",
                List.of(session.tenant())));
    }

    private static AttachmentUsage usage(List<Object[]> rows) {
        return rows.isEmpty()
                ? new AttachmentUsage(0, 0)
                : new AttachmentUsage(number(rows.get(0)[0]), number(rows.get(0)[1]));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    @Override
    public int waiting(UserId uploader, Instant now) {
        return Math.toIntExact(session.readAll(
                        Long.class,
                        "SELECT COUNT(a) FROM Attachment a WHERE a.tenant = ?1 AND a.actorUser = ?2"
                                + " AND a.expires > ?3 AND a.expires < ?4",
                        session.tenant(),
                        uploader.value(),
                        now.toEpochMilli(),
                        NEVER)
                .get(0));
    }
}
