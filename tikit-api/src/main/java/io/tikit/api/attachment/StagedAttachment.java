package io.tikit.api.attachment;

import io.tikit.api.Actor;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.util.Objects;

/**
 * An upload that waits for the command that uses it. Only its uploader may use it, once, in the same tenant.
 *
 * @param id what the command names
 * @param file what is known of it
 * @param uploader who gave it; never {@link Actor.Subject}
 * @param uploadedAt when the last byte had come
 * @param expiresAt from when on it can no longer be used; it is swept afterwards
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record StagedAttachment(AttachmentId id, FileFacts file, Actor uploader, Instant uploadedAt, Instant expiresAt) {
    /** Checks that nothing is null. */
    public StagedAttachment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(uploader, "uploader");
        Objects.requireNonNull(uploadedAt, "uploadedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }
}
