package io.tikit.spi.storage;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An event that waits to be worked on by a consumer.
 *
 * @param id the id, unique over all tenants
 * @param tenant whose
 * @param consumer the name of the consumer, at most 100 characters of ASCII
 * @param event where the event is; its subject is what order is kept for
 * @param revision the revision of the event; within a subject, work is done in this order
 * @param at when the event happened
 * @param attempts how often it was tried
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record WorkItem(
        UUID id, TenantId tenant, String consumer, EventRef event, long revision, Instant at, int attempts) {
    /** Into how many buckets the work of a consumer is divided. */
    public static final int BUCKETS = 64;

    /** Checks that nothing is null. */
    public WorkItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(consumer, "consumer");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(at, "at");
    }

    /**
     * The bucket, by the subject: all work of a ticket for a consumer is in the same one.
     *
     * @return 0 to 63
     */
    public int bucket() {
        return Math.floorMod(event.subject().hashCode(), BUCKETS);
    }
}
