package io.tikit.jpa.database;

import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lock beside the folder of an embedded database, held while it is open. Derby itself refuses a second process, but not
 * a second user in the same one, who would be cut off when the first shuts the database down.
 */
final class FolderLock {
    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder) {
        Path file = folder.resolveSibling(folder.getFileName() + ".lock");
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UnavailableException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "the file " + file + " cannot be written; check that the home exists and may be written to",
                    e);
        }
        FolderLock lock = new FolderLock(channel);
        boolean held = false;
        try {
            held = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            LOG.debug("this process holds {} already", file, e);
        } catch (IOException e) {
            throw new UnavailableException(ErrorCode.STORAGE_UNAVAILABLE, "the file " + file + " cannot be locked", e);
        } finally {
            if (!held) {
                lock.release();
            }
        }
        if (!held) {
            throw new ConflictException(
                    ErrorCode.HOME_IN_USE,
                    "another engine or process uses the database in " + folder
                            + "; stop it, or give this engine a home of its own");
        }
        return lock;
    }

    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("the lock of the database folder could not be given back", e);
        }
    }
}
