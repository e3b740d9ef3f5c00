package io.tikit.lucene;

import io.tikit.api.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.NRTCachingDirectory;

/** Where indexes lie: each tenant's in a folder named after it, or all in memory when there is no folder. */
final class IndexHome {
    /** What a search wants to see at once and the next commit writes stays in memory between the two. */
    private static final double MOST_MEGABYTES = 4;

    private static final double MOST_MEGABYTES_OF_SEGMENT = 1;

    private final Optional<Path> folder;
    private final Map<TenantId, Directory> inMemory = new ConcurrentHashMap<>();

    IndexHome(Optional<Path> folder) {
        this.folder = folder;
    }

    Directory open(TenantId tenant) throws IOException {
        if (folder.isPresent()) {
            Directory files = FSDirectory.open(folder.get().resolve(tenant.value()));
            return new NRTCachingDirectory(files, MOST_MEGABYTES_OF_SEGMENT, MOST_MEGABYTES);
        }
        return new Kept(inMemory.computeIfAbsent(tenant, t -> new ByteBuffersDirectory()));
    }

    @Override
    public String toString() {
        return folder.map(Path::toString).orElse("memory");
    }

    /** A directory in memory outlives the closing of its index, as a folder does. */
    private static final class Kept extends FilterDirectory {
        Kept(Directory memory) {
            super(memory);
        }

        @Override
        public void close() {
            // Its memory is freed with the engine.
        }
    }
}
