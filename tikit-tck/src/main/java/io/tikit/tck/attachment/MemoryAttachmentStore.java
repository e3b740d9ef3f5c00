package io.tikit.tck.attachment;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.attachment.AttachmentKey;
import io.tikit.spi.attachment.AttachmentStore;
import io.tikit.spi.attachment.AttachmentStoreCapability;
import io.tikit.spi.condition.ConditionInterpreter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A store in memory, for tests of hosts and as the simplest store that keeps the contract. Bytes are held in memory as a
 * whole and are gone after the close. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class MemoryAttachmentStore implements AttachmentStore {
    private final Map<AttachmentKey, byte[]> kept = new ConcurrentHashMap<>();
    private volatile boolean open;

    /** An empty store. */
    public MemoryAttachmentStore() {}

    @Override
    public Set<AttachmentStoreCapability> capabilities() {
        return EnumSet.of(AttachmentStoreCapability.RANGE);
    }

    @Override
    public void open() {
        open = true;
    }

    private Map<AttachmentKey, byte[]> kept() {
        if (!open) {
            throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "the store is not open", null);
        }
        return kept;
    }

    @Override
    public long write(AttachmentKey key, InputStream content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (kept().containsKey(key)) {
            throw new IllegalStateException("bytes are kept under " + key + " already");
        }
        long written = content.transferTo(bytes);
        if (kept().putIfAbsent(key, bytes.toByteArray()) != null) {
            throw new IllegalStateException("bytes are kept under " + key + " already");
        }
        return written;
    }

    @Override
    public Optional<InputStream> open(AttachmentKey key, long offset) {
        return Optional.ofNullable(kept().get(key)).map(bytes -> {
            int from = (int) Math.min(offset, bytes.length);
            return new ByteArrayInputStream(bytes, from, bytes.length - from);
        });
    }

    @Override
    public OptionalLong size(AttachmentKey key) {
        byte[] bytes = kept().get(key);
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes.length);
    }

    @Override
    public boolean delete(AttachmentKey key) {
        return kept().remove(key) != null;
    }

    @Override
    public List<AttachmentId> list(TenantId tenant, Optional<AttachmentId> after, int limit) {
        return kept().keySet().stream()
                .filter(key -> key.tenant().equals(tenant))
                .map(AttachmentKey::id)
                .filter(id -> after.isEmpty()
                        || ConditionInterpreter.compareUnsigned(
                                        id.value(), after.get().value())
                                > 0)
                .sorted(Comparator.comparing(AttachmentId::value, ConditionInterpreter::compareUnsigned))
                .limit(limit)
                .toList();
    }

    @Override
    public int clearUnfinished(Instant before, int limit) {
        kept();
        return 0;
    }

    @Override
    public void close() {
        open = false;
        kept.clear();
    }
}
