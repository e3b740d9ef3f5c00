package io.tikit.api.attachment;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Duration;
import java.util.Objects;

/**
 * How much may be attached, as the host has set it; for forms that say so before an upload begins.
 *
 * @param fileBytes the largest file
 * @param entryFiles the most files on one entry
 * @param ticketBytes the most bytes on one ticket, all its entries together
 * @param tenantBytes the most bytes of the tenant, uploads that wait included
 * @param waitingFiles the most uploads of one user that wait at a time
 * @param staged how long an upload waits to be used
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record AttachmentLimits(
        long fileBytes, int entryFiles, long ticketBytes, long tenantBytes, int waitingFiles, Duration staged) {
    /** Checks that nothing is null. */
    public AttachmentLimits {
        Objects.requireNonNull(staged, "staged");
    }
}
