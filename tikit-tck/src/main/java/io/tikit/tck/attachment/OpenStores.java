package io.tikit.tck.attachment;

import io.tikit.api.TenantId;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.spi.attachment.AttachmentKey;
import io.tikit.spi.attachment.AttachmentStore;
import io.tikit.tck.SampleData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the tests of stores share: opened stores, keys and bytes from a fixed seed. */
final class OpenStores {
    static final TenantId ACME = TenantId.of("acme");
    static final TenantId GLOBEX = TenantId.of("globex");
    private static final long SEED = 20_260_301L;

    private final SampleData data = SampleData.of(SEED);

    static AttachmentStore opened(Supplier<AttachmentStore> place) throws IOException {
        AttachmentStore store = place.get();
        store.open();
        return store;
    }

    AttachmentKey key() {
        return new AttachmentKey(ACME, new AttachmentId(data.id()));
    }

    byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        data.random().nextBytes(bytes);
        return bytes;
    }

    static byte @Nullable [] read(AttachmentStore store, AttachmentKey key, long offset) throws IOException {
        Optional<InputStream> content = store.open(key, offset);
        if (content.isEmpty()) {
            return null;
        }
        try (InputStream in = content.get()) {
            return in.readAllBytes();
        }
    }

    static void write(AttachmentStore store, AttachmentKey key, byte[] bytes) {
        try {
            store.write(key, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
