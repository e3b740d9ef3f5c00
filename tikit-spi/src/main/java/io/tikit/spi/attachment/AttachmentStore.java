package io.tikit.spi.attachment;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.attachment.AttachmentId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Where the bytes of attachments are. Bytes under a key are written once and never change; a key is there with all its
 * bytes or not at all, whatever happens on the way. Called outside of units of work. Safe for use by several threads, and
 * by several nodes at once if {@link AttachmentStoreCapability#SHARED}.
 *
 * <p>All methods but {@link #capabilities()} and {@link #close()} may throw {@link IOException} or
 * {@link io.tikit.api.error.UnavailableException} with code PART_UNAVAILABLE when the store cannot do its work now; the
 * latter when it is closed.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface AttachmentStore extends AutoCloseable {
    /**
     * What the store can do. Always the same answer, also before the opening.
     *
     * @return all, unless overridden
     */
    default Set<AttachmentStoreCapability> capabilities() {
        return EnumSet.allOf(AttachmentStoreCapability.class);
    }

    /**
     * Connects. Called once, before any other method but {@link #capabilities()}.
     *
     * @throws io.tikit.api.error.UnavailableException with code PART_UNAVAILABLE if the place cannot be used, which ends
     *     the start of the engine
     * @throws IOException as above
     */
    void open() throws IOException;

    /**
     * Writes bytes as they come, in pieces, without holding them in memory as a whole. They are seen by nobody before the
     * last one has come, and are durable when this returns. The engine ends a stream that is too long by an exception.
     *
     * @param key where; a new one
     * @param content the bytes, read to their end and not closed
     * @return how many bytes were written
     * @throws IOException what reading the content throws, unchanged, as with any other exception of it; nothing is kept
     *     then
     * @throws IllegalStateException if bytes are kept under this key already, which stay as they are
     */
    long write(AttachmentKey key, InputStream content) throws IOException;

    /**
     * Opens bytes for reading. Deleting them meanwhile may end the reading with an exception, but never gives other bytes.
     *
     * @param key which ones
     * @param offset how many bytes to pass over; behind the end means that there is nothing to read
     * @return a stream, to be closed by the reader; empty when nothing is kept under this key
     * @throws io.tikit.api.error.UnavailableException with code NOT_SUPPORTED if the offset is not 0 and the store has no
     *     {@link AttachmentStoreCapability#RANGE}
     * @throws IOException as above
     */
    Optional<InputStream> open(AttachmentKey key, long offset) throws IOException;

    /**
     * Tells whether bytes are kept and how many, without reading them.
     *
     * @param key which ones
     * @return their number, or empty when nothing is kept under this key
     * @throws IOException as above
     */
    OptionalLong size(AttachmentKey key) throws IOException;

    /**
     * Deletes bytes.
     *
     * @param key which ones
     * @return whether there were any
     * @throws IOException as above
     */
    boolean delete(AttachmentKey key) throws IOException;

    /**
     * Lists what is kept of a tenant, by id in the order of unsigned bytes. What is there throughout is listed exactly
     * once, whatever else comes and goes between the pages.
     *
     * @param tenant whose
     * @param after the last one of the page before
     * @param limit how many at most
     * @return the ids; none for a tenant of which nothing is kept
     * @throws IOException as above
     */
    List<AttachmentId> list(TenantId tenant, Optional<AttachmentId> after, int limit) throws IOException;

    /**
     * Clears away what is left of writes that began before an instant and never ended, as when a process died. Writes
     * that began later, on any node, are not disturbed.
     *
     * @param before by the engine's clock
     * @param limit how many at most
     * @return how many were cleared away
     * @throws IOException as above
     */
    int clearUnfinished(Instant before, int limit) throws IOException;

    /** Disconnects. A second call does nothing. */
    @Override
    void close();
}
