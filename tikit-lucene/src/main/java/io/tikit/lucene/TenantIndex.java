package io.tikit.lucene;

import io.tikit.api.conversation.Entry;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.search.IndexBatch;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.BytesRef;

/**
 * The open index of one tenant. One thread writes at a time; searches go on meanwhile. What was applied becomes visible
 * when the next search begins, which keeps writing cheap while nobody searches, and durable with the next commit, which
 * carries the position of the feed and the format.
 */
final class TenantIndex {
    private static final String POSITION = "tikit.position";
    private static final String FORMAT = "tikit.format";
    private static final int MOST_PENDING_MERGES = 6;
    private static final int MERGE_THREADS = 1;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private long position;
    private volatile long durable;
    /** Counts writes, and up to which of them searches see. */
    private volatile long written;

    private volatile long visible;

    private TenantIndex(Directory directory, IndexWriter writer, SearcherManager searchers, long position) {
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        this.position = position;
        this.durable = position;
    }

    /** Opens the index in a directory, which it closes at the end. An index of another format is emptied. */
    static TenantIndex open(Directory directory, Analyzer analyzer, double ramMegabytes, SearcherFactory factory)
            throws IOException {
        Optional<Long> position = committed(directory);
        if (position.isEmpty()) {
            wipe(directory);
        }
        ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(MOST_PENDING_MERGES, MERGE_THREADS);
        IndexWriterConfig config = new IndexWriterConfig(analyzer)
                .setRAMBufferSizeMB(ramMegabytes)
                .setMergeScheduler(merges)
                .setCommitOnClose(false);
        IndexWriter writer = new IndexWriter(directory, config);
        try {
            return new TenantIndex(directory, writer, new SearcherManager(writer, factory), position.orElse(0L));
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    /** The position of the last commit, 0 if there is none yet; empty if the index must not be used. */
    private static Optional<Long> committed(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return Optional.of(0L);
        }
        try {
            Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
            String position = data.getOrDefault(POSITION, "");
            boolean known = Integer.toString(IndexFields.FORMAT).equals(data.get(FORMAT)) && !position.isEmpty();
            return known ? Optional.of(Long.valueOf(position)) : Optional.empty();
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            return Optional.empty();
        }
    }

    /** Deletes all files, whatever state they are in, unless somebody has the index open. */
    static void wipe(Directory directory) throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            // Commits go first: whoever is interrupted here leaves no index rather than half a one.
            for (boolean commits : new boolean[] {true, false}) {
                for (String file : directory.listAll()) {
                    if (file.startsWith("segments") == commits && !file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                        directory.deleteFile(file);
                    }
                }
            }
        }
    }

    /** The position that a crash would leave. */
    long durable() {
        return durable;
    }

    synchronized void apply(IndexBatch batch) throws IOException {
        try {
            for (Ticket ticket : batch.tickets()) {
                put(IndexFields.TICKET, IndexFields.bytes(ticket.id().value()), Documents.of(ticket));
            }
            for (Entry entry : batch.entries()) {
                put(IndexFields.ENTRY, IndexFields.bytes(entry.id().value()), Documents.of(entry));
            }
        } finally {
            written++;
        }
        position = batch.position();
    }

    private void put(String idField, BytesRef id, Document document) throws IOException {
        writer.updateDocument(new Term(idField, id), document);
    }

    synchronized void commit() throws IOException {
        if (position == durable && !writer.hasUncommittedChanges()) {
            return;
        }
        writer.setLiveCommitData(Map.of(POSITION, Long.toString(position), FORMAT, Integer.toString(IndexFields.FORMAT))
                .entrySet());
        writer.commit();
        durable = position;
    }

    synchronized void erase() throws IOException {
        writer.deleteAll();
        written++;
        position = 0;
        commit();
    }

    /** Something that is asked of the documents. */
    @FunctionalInterface
    interface Question<T> {
        T ask(IndexSearcher searcher) throws IOException;
    }

    /** Asks with everything in sight that was applied before. */
    <T> T ask(Question<T> question) throws IOException {
        long wanted = written;
        if (visible < wanted) {
            searchers.maybeRefreshBlocking();
            saw(wanted);
        }
        IndexSearcher searcher = searchers.acquire();
        try {
            return question.ask(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    private synchronized void saw(long count) {
        visible = Math.max(visible, count);
    }

    /** Commits and closes. If it cannot commit, closes all the same. */
    synchronized void close() throws IOException {
        try {
            commit();
        } finally {
            abandon();
        }
    }

    /** Closes without a commit: what was applied since the last one is lost. Does not wait for merges. */
    synchronized void abandon() throws IOException {
        try (directory;
                searchers) {
            writer.rollback();
        }
    }
}
