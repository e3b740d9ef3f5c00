package io.tikit.core.attachment;

import io.tikit.api.attachment.Attachment;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.attachment.AttachmentLimits;
import io.tikit.api.attachment.StagedAttachment;
import io.tikit.api.conversation.Entry;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.LimitException;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.storage.AttachmentUsage;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes uploads that wait part of an entry, for every command that writes one. */
public final class AttachmentClaims {
    private static final String PATH = "attachments";

    private final AttachmentLimits limits;

    @Inject
    AttachmentClaims(AttachmentSettings settings) {
        limits = settings.limits();
    }

    /** Checks what can be seen in the list alone. */
    public void check(List<AttachmentId> ids, Violations violations) {
        if (ids.size() > limits.entryFiles()) {
            violations.add(
                    PATH,
                    "too_many",
                    "at most " + limits.entryFiles() + " files, not " + ids.size(),
                    Map.of("max", limits.entryFiles()));
        }
        if (new HashSet<>(ids).size() < ids.size()) {
            violations.add(PATH, "named_twice", "an upload is named more than once");
        }
    }

    /**
     * Locks the uploads and gives the entry that is to be written with them. The ticket is locked before, so that the sum
     * of its files is exact.
     */
    public Entry claim(Entry entry, List<AttachmentId> ids, Execution execution) {
        if (ids.isEmpty()) {
            return entry;
        }
        Map<AttachmentId, StagedAttachment> waiting = execution.unit().attachments().lockStaged(ids).stream()
                .collect(Collectors.toMap(StagedAttachment::id, Function.identity()));
        Instant now = execution.time().instant();
        Violations found = new Violations();
        List<Attachment> claimed = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            StagedAttachment staged = waiting.get(ids.get(i));
            // Whose an upload is, and that it is there at all, is nobody else's business: one answer for all cases.
            if (staged == null
                    || !staged.uploader().equals(execution.session().actor())
                    || !staged.expiresAt().isAfter(now)) {
                found.add(
                        PATH + "[" + i + "]",
                        "not_waiting",
                        "is no upload of this caller that waits; an upload is used once, by whom it came, within "
                                + limits.staged());
            } else {
                claimed.add(new Attachment(
                        staged.id(),
                        entry.ticket(),
                        entry.id(),
                        staged.file(),
                        staged.uploader(),
                        staged.uploadedAt()));
            }
        }
        found.throwIfAny(ErrorCode.INVALID_COMMAND);
        requireSpace(entry, claimed, execution);
        claimed.sort((left, right) ->
                left.id().value().toString().compareTo(right.id().value().toString()));
        return entry.withAttachments(claimed);
    }

    private void requireSpace(Entry entry, List<Attachment> claimed, Execution execution) {
        AttachmentUsage usage = execution.unit().attachments().usage(entry.ticket());
        long bytes = claimed.stream().mapToLong(a -> a.file().size()).sum();
        if (usage.bytes() + bytes > limits.ticketBytes()) {
            throw new LimitException(
                    ErrorCode.ATTACHMENT_QUOTA,
                    "a ticket may have " + limits.ticketBytes() + " bytes of attachments; " + entry.ticket() + " has "
                            + usage.bytes() + " and would get " + bytes + " more");
        }
    }
}
