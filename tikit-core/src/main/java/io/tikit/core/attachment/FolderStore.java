package io.tikit.core.attachment;

import io.tikit.api.TenantId;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.attachment.AttachmentKey;
import io.tikit.spi.attachment.AttachmentStore;
import io.tikit.spi.attachment.AttachmentStoreCapability;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps bytes as files of a folder. A file is written beside its place, flushed to the disk and then linked into place, so
 * that it is there whole or not at all; the folder is flushed too, so that it is there after a crash. Paths are made from
 * keys alone, never from names that people gave.
 */
public final class FolderStore implements AttachmentStore {
    private static final Logger LOG = LoggerFactory.getLogger(FolderStore.class);
    private static final int PIECE = 65_536;

    private final FolderPaths paths;
    private final boolean shared;
    private final InstantSource clock;
    private volatile boolean open;

    /**
     * A store in a folder, which is made when the store is opened.
     *
     * @param shared whether all nodes use this very folder
     */
    public FolderStore(Path folder, boolean shared, InstantSource clock) {
        paths = new FolderPaths(folder);
        this.shared = shared;
        this.clock = clock;
    }

    @Override
    public Set<AttachmentStoreCapability> capabilities() {
        return shared
                ? EnumSet.allOf(AttachmentStoreCapability.class)
                : EnumSet.complementOf(EnumSet.of(AttachmentStoreCapability.SHARED));
    }

    @Override
    public void open() {
        try {
            Files.createDirectories(paths.unfinished());
            flush(paths.root());
        } catch (IOException e) {
            throw unavailable("the folder of attachments " + paths.root() + " cannot be made or written", e);
        }
        open = true;
    }

    private void requireOpen() {
        if (!open) {
            throw unavailable("the store of attachments is not open", null);
        }
    }

    private static UnavailableException unavailable(String message, @Nullable Throwable cause) {
        return new UnavailableException(ErrorCode.PART_UNAVAILABLE, message, cause);
    }

    @Override
    public long write(AttachmentKey key, InputStream content) throws IOException {
        requireOpen();
        Path target = paths.of(key);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw taken(key, null);
        }
        Path part = paths.unfinished(key, clock.instant());
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            return write(file, part, target, content);
        } catch (FileAlreadyExistsException e) {
            throw taken(key, e);
        }
    }

    /** The part is this writer's own from here on, so it takes it away again. */
    private static long write(FileChannel file, Path part, Path target, InputStream content) throws IOException {
        try {
            long written = fill(file, content);
            file.close();
            ensureFolder(parent(target));
            publish(part, target);
            flushed(target);
            return written;
        } finally {
            file.close();
            Files.deleteIfExists(part);
        }
    }

    private static IllegalStateException taken(AttachmentKey key, @Nullable Throwable cause) {
        return new IllegalStateException("bytes are kept under " + key + " already", cause);
    }

    private static long fill(FileChannel file, InputStream content) throws IOException {
        byte[] piece = new byte[PIECE];
        long written = 0;
        for (int length = content.read(piece); length >= 0; length = content.read(piece)) {
            ByteBuffer bytes = ByteBuffer.wrap(piece, 0, length);
            while (bytes.hasRemaining()) {
                written += file.write(bytes);
            }
        }
        file.force(true);
        return written;
    }

    /** A link never takes the place of another file, which a move may do; few file systems have no links. */
    private static void publish(Path part, Path target) throws IOException {
        try {
            Files.createLink(target, part);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            LOG.debug("no links in the folder of attachments, files are moved instead", e);
            move(part, target);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            LOG.debug("no atomic moves in the folder of attachments", e);
            Files.move(part, target);
        }
    }

    private static Path parent(Path place) {
        return Objects.requireNonNull(place.getParent(), "place");
    }

    private static void ensureFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            ensureFolder(parent(folder));
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                LOG.trace("another writer was faster", e);
            }
            flush(parent(folder));
        }
    }

    /** What a crash may undo is not kept at all. */
    private static void flushed(Path target) throws IOException {
        boolean done = false;
        try {
            flush(parent(target));
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(target);
            }
        }
    }

    private static void flush(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows opens no folders and needs no flush of them.
            LOG.debug("folder {} cannot be flushed", folder, e);
        }
    }

    @Override
    public Optional<InputStream> open(AttachmentKey key, long offset) throws IOException {
        requireOpen();
        try {
            FileChannel file = FileChannel.open(paths.of(key), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            file.position(offset);
            return Optional.of(Channels.newInputStream(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public OptionalLong size(AttachmentKey key) throws IOException {
        requireOpen();
        try {
            return OptionalLong.of(
                    Files.readAttributes(paths.of(key), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                            .size());
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public boolean delete(AttachmentKey key) throws IOException {
        requireOpen();
        return Files.deleteIfExists(paths.of(key));
    }

    @Override
    public List<AttachmentId> list(TenantId tenant, Optional<AttachmentId> after, int limit) throws IOException {
        requireOpen();
        return paths.list(tenant, after, limit);
    }

    @Override
    public int clearUnfinished(Instant before, int limit) throws IOException {
        requireOpen();
        int cleared = 0;
        for (Path part : paths.unfinished(before, limit)) {
            if (Files.deleteIfExists(part)) {
                cleared++;
            }
        }
        return cleared;
    }

    @Override
    public void close() {
        open = false;
    }
}
