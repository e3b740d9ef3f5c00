package io.tikit.core.attachment;

import io.tikit.api.TenantId;
import io.tikit.api.access.Permission;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.attachment.AttachmentLimits;
import io.tikit.api.attachment.FileFacts;
import io.tikit.api.attachment.StagedAttachment;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.LimitException;
import io.tikit.api.people.UserId;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Gate;
import io.tikit.core.pipeline.Ids;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.spi.attachment.AttachmentKey;
import io.tikit.spi.storage.AttachmentUsage;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes uploads in: first the bytes, then, in a short unit of its own, their record. */
@Singleton
final class AttachmentStaging {
    private static final int TRIES = 5;

    private final Storage storage;
    private final AttachmentContents contents;
    private final AttachmentLimits limits;
    private final Gate gate;
    private final Time time;
    private final Ids ids;

    @Inject
    AttachmentStaging(
            Storage storage, AttachmentContents contents, AttachmentSettings settings, Gate gate, Time time, Ids ids) {
        this.storage = storage;
        this.contents = contents;
        this.limits = settings.limits();
        this.gate = gate;
        this.time = time;
        this.ids = ids;
    }

    StagedAttachment stage(Session who, String name, String declaredType, InputStream content) {
        Access.require(who, Permission.REPLY);
        contents.required();
        try (UnitOfWork unit = storage.begin(who.tenant(), UnitMode.READ)) {
            requireSpace(unit, who, 0, 1);
        }
        Instant begun = time.instant();
        AttachmentKey key = new AttachmentKey(who.tenant(), new AttachmentId(ids.next()));
        IncomingContent incoming = new IncomingContent(content, limits.fileBytes(), gate);
        contents.write(key, incoming);
        // Set before the commit: when that fails in an unclear way, there may be a record, and bytes are left to the
        // sweep.
        AtomicBoolean mayBeRecorded = new AtomicBoolean();
        try {
            StagedAttachment staged = facts(who, key.id(), name, declaredType, incoming, begun);
            record(who, staged, mayBeRecorded);
            return staged;
        } finally {
            if (!mayBeRecorded.get()) {
                contents.forget(key);
            }
        }
    }

    private StagedAttachment facts(
            Session who, AttachmentId id, String name, String declaredType, IncomingContent incoming, Instant begun) {
        Instant now = time.instant();
        if (!now.isBefore(begun.plus(limits.staged()))) {
            // The sweep takes bytes of that age without a record for left behind.
            throw new LimitException(
                    ErrorCode.LIMIT_REACHED, "the upload took longer than attachments.staged, " + limits.staged());
        }
        String cleanName = FileNames.clean(name);
        String declared = DeclaredTypes.clean(declaredType);
        String sniffed = TypeSniffer.type(incoming.head());
        FileFacts file = new FileFacts(
                cleanName,
                incoming.count(),
                incoming.sha256(),
                sniffed,
                declared,
                incoming.count() > 0 && DeclaredTypes.isMismatched(declared, cleanName, sniffed));
        return new StagedAttachment(id, file, who.actor(), now, now.plus(limits.staged()));
    }

    private void record(Session who, StagedAttachment staged, AtomicBoolean mayBeRecorded) {
        for (int attempt = 1; ; attempt++) {
            try (UnitOfWork unit = storage.begin(who.tenant(), UnitMode.OWN)) {
                unit.attachments().insert(staged);
                requireSpace(unit, who, 1, 0);
                mayBeRecorded.set(true);
                unit.commit();
                return;
            } catch (ConflictException e) {
                // Whoever lost to another wrote nothing.
                mayBeRecorded.set(false);
                if (e.code() != ErrorCode.STORAGE_CONFLICT || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /**
     * Refuses what does not fit: before the bytes come, so that nobody sends them in vain, and exactly afterwards, when the
     * unit holds the lock of the tenant's usage.
     *
     * @param counted how many files of this upload are in the usage already
     * @param coming how many are yet to come, with at least one byte each
     */
    private void requireSpace(UnitOfWork unit, Session who, int counted, int coming) {
        TenantId tenant = who.tenant();
        AttachmentUsage usage = unit.attachments().usage();
        if (usage.bytes() + coming > limits.tenantBytes()) {
            throw new LimitException(
                    ErrorCode.ATTACHMENT_QUOTA,
                    "tenant " + tenant + " may keep " + limits.tenantBytes() + " bytes of attachments, " + usage.files()
                            + " files hold " + usage.bytes() + " with this one");
        }
        Optional<UserId> user = who.user();
        if (user.isPresent()) {
            int waiting = unit.attachments().waiting(user.get(), time.instant());
            if (waiting + coming > limits.waitingFiles()) {
                throw new LimitException(
                        ErrorCode.ATTACHMENT_QUOTA,
                        (waiting - counted) + " uploads of this user wait to be used, at most " + limits.waitingFiles()
                                + " may; use them, or wait until they expire");
            }
        }
    }
}
