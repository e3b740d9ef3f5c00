package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.conversation.EntryId;
import java.util.Objects;

/**
 * Where an attachment stands among those of its ticket.
 *
 * @param entry its entry
 * @param id its id
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record AttachmentPlace(EntryId entry, AttachmentId id) {
    /** Checks that nothing is null. */
    public AttachmentPlace {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(id, "id");
    }
}
