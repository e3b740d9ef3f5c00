package io.tikit.core.attachment;

import com.google.common.io.ByteStreams;
import io.tikit.api.access.Permission;
import io.tikit.api.attachment.Attachment;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.attachment.AttachmentLimits;
import io.tikit.api.attachment.Attachments;
import io.tikit.api.attachment.StagedAttachment;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InternalException;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.TikitException;
import io.tikit.api.error.Violation;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Cursors;
import io.tikit.core.pipeline.Gate;
import io.tikit.core.pipeline.IdCursors;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.storage.AttachmentPlace;
import io.tikit.spi.storage.EntryRef;
import io.tikit.spi.storage.UnitOfWork;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Attachments for one caller. */
final class AttachmentService implements Attachments {
    private final Supplier<Session> session;
    private final Gate gate;
    private final Reader reader;
    private final AttachmentStaging staging;
    private final AttachmentContents contents;
    private final AttachmentLimits limits;

    AttachmentService(
            Supplier<Session> session,
            Gate gate,
            Reader reader,
            AttachmentStaging staging,
            AttachmentContents contents,
            AttachmentLimits limits) {
        this.session = session;
        this.gate = gate;
        this.reader = reader;
        this.staging = staging;
        this.contents = contents;
        this.limits = limits;
    }

    @Override
    public StagedAttachment stage(String name, String declaredType, InputStream content) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(declaredType, "declaredType");
        Objects.requireNonNull(content, "content");
        Session who = session.get();
        // Not through the reader: what the uploader's own stream throws is not taken for a defect of the engine.
        return gate.inside(() -> staging.stage(who, name, declaredType, content));
    }

    @Override
    public Attachment get(AttachmentId id) {
        return find(id).orElseThrow(() -> notFound(id));
    }

    private static NotFoundException notFound(AttachmentId id) {
        return new NotFoundException(
                ErrorCode.ATTACHMENT_NOT_FOUND, "there is no attachment " + id + " for this caller");
    }

    @Override
    public Optional<Attachment> find(AttachmentId id) {
        Session who = session.get();
        return reader.read(
                who.tenant(), unit -> unit.attachments().find(id).filter(found -> mayRead(who, found, unit)));
    }

    /** Whoever may read the entry may read its files. */
    private static boolean mayRead(Session who, Attachment attachment, UnitOfWork unit) {
        Optional<Ticket> ticket = Access.visible(who, unit.tickets().find(attachment.ticket()));
        return ticket.isPresent()
                && (Access.may(who, Permission.NOTE_READ, ticket.get())
                        || unit
                                .entries()
                                .findAll(List.of(new EntryRef(attachment.ticket(), attachment.entry())))
                                .stream()
                                .anyMatch(entry -> entry.kind().isPublic()));
    }

    @Override
    public Page<Attachment> list(TicketId ticket, PageRequest page) {
        Session who = session.get();
        String shape = "attachments " + who.tenant() + " " + ticket;
        Optional<AttachmentPlace> after = Cursors.read(shape, page).map(AttachmentService::place);
        List<Attachment> rows = reader.read(who.tenant(), unit -> {
            Ticket found = Access.requireVisible(who, ticket, unit.tickets().find(ticket));
            boolean notes = Access.may(who, Permission.NOTE_READ, found);
            return unit.attachments().page(ticket, notes, after, page.size() + 1);
        });
        return IdCursors.cut(shape, page, rows, AttachmentService::place);
    }

    private static byte[] place(Attachment attachment) {
        return ByteBuffer.allocate(32)
                .put(IdCursors.bytes(attachment.entry().value()))
                .put(IdCursors.bytes(attachment.id().value()))
                .array();
    }

    private static AttachmentPlace place(ByteBuffer bytes) {
        if (bytes.remaining() != 32) {
            throw Cursors.invalid("is damaged");
        }
        EntryId entry = new EntryId(new UUID(bytes.getLong(), bytes.getLong()));
        return new AttachmentPlace(entry, new AttachmentId(new UUID(bytes.getLong(), bytes.getLong())));
    }

    @Override
    public InputStream open(AttachmentId id) {
        Attachment attachment = get(id);
        InputStream content = opened(attachment, 0);
        return new VerifiedContent(
                content, attachment.file(), () -> contents.damaged(id, "its bytes are not those that were taken in"));
    }

    @Override
    public InputStream open(AttachmentId id, long from, long length) {
        if (from < 0 || length < 0) {
            throw new InvalidException(
                    ErrorCode.INVALID_QUERY,
                    Violation.of("range", "out_of_range", "offset and length of a part are not negative"));
        }
        return ByteStreams.limit(opened(get(id), from), length);
    }

    private InputStream opened(Attachment attachment, long from) {
        Session who = session.get();
        try {
            return gate.inside(() -> contents.open(who.tenant(), attachment, from));
        } catch (TikitException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InternalException("an attachment could not be opened in an unforeseen way", e);
        }
    }

    @Override
    public AttachmentLimits limits() {
        return limits;
    }
}
