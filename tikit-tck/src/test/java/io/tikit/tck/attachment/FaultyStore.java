package io.tikit.tck.attachment;

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

/** A sound store in which a test plants a fault. */
class FaultyStore implements AttachmentStore {
    final MemoryAttachmentStore sound = new MemoryAttachmentStore();

    @Override
    public Set<AttachmentStoreCapability> capabilities() {
        return sound.capabilities();
    }

    @Override
    public void open() {
        sound.open();
    }

    @Override
    public long write(AttachmentKey key, InputStream content) throws IOException {
        return sound.write(key, content);
    }

    @Override
    public Optional<InputStream> open(AttachmentKey key, long offset) {
        return sound.open(key, offset);
    }

    @Override
    public OptionalLong size(AttachmentKey key) {
        return sound.size(key);
    }

    @Override
    public boolean delete(AttachmentKey key) {
        return sound.delete(key);
    }

    @Override
    public List<AttachmentId> list(TenantId tenant, Optional<AttachmentId> after, int limit) {
        return sound.list(tenant, after, limit);
    }

    @Override
    public int clearUnfinished(Instant before, int limit) {
        return sound.clearUnfinished(before, limit);
    }

    @Override
    public void close() {
        sound.close();
    }
}
