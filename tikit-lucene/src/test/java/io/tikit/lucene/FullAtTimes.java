package io.tikit.lucene;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A disk that is full for a while. */
final class FullAtTimes extends FilterDirectory {
    private final AtomicBoolean full;

    FullAtTimes(Directory in, AtomicBoolean full) {
        super(in);
        this.full = full;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        if (full.get()) {
            throw new IOException("no room");
        }
        return super.createOutput(name, context);
    }
}
