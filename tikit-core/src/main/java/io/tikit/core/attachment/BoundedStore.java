package io.tikit.core.attachment;

import io.tikit.api.TenantId;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.spi.attachment.AttachmentKey;
import io.tikit.spi.attachment.AttachmentStore;
import io.tikit.spi.attachment.AttachmentStoreCapability;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A plugin's store whose calls end in time, but for one: an upload takes as long as its uploader does, and is made on the
 * uploader's thread.
 */
public final class BoundedStore implements AttachmentStore {
    private final AttachmentStore store;
    private final AttachmentStore bounded;
    private volatile Set<AttachmentStoreCapability> capabilities = Set.of();

    /**
     * Joins two ways to the same store.
     *
     * @param store without bounds
     * @param bounded with bounds
     */
    public BoundedStore(AttachmentStore store, AttachmentStore bounded) {
        this.store = store;
        this.bounded = bounded;
    }

    /** What it said at the opening; nothing before. */
    @Override
    public Set<AttachmentStoreCapability> capabilities() {
        return capabilities;
    }

    @Override
    public void open() throws IOException {
        capabilities = Set.copyOf(bounded.capabilities());
        bounded.open();
    }

    @Override
    public long write(AttachmentKey key, InputStream content) throws IOException {
        return store.write(key, content);
    }

    @Override
    public Optional<InputStream> open(AttachmentKey key, long offset) throws IOException {
        return bounded.open(key, offset);
    }

    @Override
    public OptionalLong size(AttachmentKey key) throws IOException {
        return bounded.size(key);
    }

    @Override
    public boolean delete(AttachmentKey key) throws IOException {
        return bounded.delete(key);
    }

    @Override
    public List<AttachmentId> list(TenantId tenant, Optional<AttachmentId> after, int limit) throws IOException {
        return bounded.list(tenant, after, limit);
    }

    @Override
    public int clearUnfinished(Instant before, int limit) throws IOException {
        return bounded.clearUnfinished(before, limit);
    }

    @Override
    public void close() {
        bounded.close();
    }
}
