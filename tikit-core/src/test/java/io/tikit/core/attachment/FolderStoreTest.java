package io.tikit.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.TenantId;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.spi.attachment.AttachmentKey;
import io.tikit.spi.attachment.AttachmentStore;
import io.tikit.tck.ManualClock;
import io.tikit.tck.attachment.AttachmentStoreContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a folder, and what only a folder has. */
class FolderStoreTest implements AttachmentStoreContract {
    private final ManualClock clock = ManualClock.at("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    @Override
    public Supplier<AttachmentStore> emptyPlace() {
        return () -> new FolderStore(folder.resolve("files"), true, clock);
    }

    @Test
    void fileLiesByTenantAndTime() throws IOException {
        try (AttachmentStore store = emptyPlace().get()) {
            store.open();
            AttachmentId id = AttachmentId.of("01957a1b-2c3d-7e4f-8a5b-6c7d8e9f0a1b");
            store.write(new AttachmentKey(TenantId.of("nul"), id), new ByteArrayInputStream(new byte[] {1}));
            assertThat(folder.resolve("files/tenant-nul/01957/a1/" + id)).hasBinaryContent(new byte[] {1});
            assertThat(folder.resolve("files/unfinished")).isEmptyDirectory();
        }
    }

    @Test
    void leftoversOfACrashAreClearedAndNeverListed() throws IOException {
        try (AttachmentStore store = emptyPlace().get()) {
            store.open();
            Path part = folder.resolve("files/unfinished/" + clock.instant().toEpochMilli() + "-acme-x.part");
            Files.write(part, new byte[] {1});
            Files.createDirectories(folder.resolve("files/tenant-acme/01957/a1"));
            Files.write(folder.resolve("files/tenant-acme/01957/a1/notes.txt"), new byte[] {1});
            assertThat(store.list(TenantId.of("acme"), Optional.empty(), 10)).isEmpty();
            assertThat(store.clearUnfinished(clock.instant(), 10)).isZero();
            clock.advance(Duration.ofSeconds(1));
            assertThat(store.clearUnfinished(clock.instant(), 10)).isEqualTo(1);
            assertThat(part).doesNotExist();
        }
    }

    @Test
    void linkOutOfTheFolderIsNotFollowed() throws IOException {
        try (AttachmentStore store = emptyPlace().get()) {
            store.open();
            Path secret = Files.writeString(folder.resolve("secret"), "not yours");
            AttachmentKey key =
                    new AttachmentKey(TenantId.of("acme"), AttachmentId.of("01957a1b-2c3d-7e4f-8a5b-6c7d8e9f0a1b"));
            Path place = folder.resolve("files/tenant-acme/01957/a1/" + key.id());
            Files.createDirectories(place.getParent());
            Files.createSymbolicLink(place, secret);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> store.open(key, 0))
                    .isInstanceOf(IOException.class);
        }
        try (Stream<Path> rest = Files.list(folder)) {
            assertThat(rest).hasSize(2);
        }
    }
}
