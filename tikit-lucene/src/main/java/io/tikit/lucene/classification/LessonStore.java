package io.tikit.lucene.classification;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * The lessons of one tenant in an index: a document per ticket, and in its commits the state and how to answer. Nothing
 * stays open between two calls; each write is durable when it returns, and what was taken away is gone from the files.
 */
final class LessonStore {
    private static final String TICKET = "ticket";
    private static final String WORDS = "words";
    private static final String PAIRS = "pairs";
    private static final String VALUE = "value.";
    private static final String STATE = "tikit.state";
    private static final String FORMAT = "tikit.format";
    private static final String FIT = "tikit.fit.";
    private static final String PRESENT_FORMAT = "1";

    private final Opening opening;

    /** Opens the folder of the tenant; whoever opens it closes it. */
    @FunctionalInterface
    interface Opening {
        Directory open() throws IOException;
    }

    LessonStore(Opening opening) {
        this.opening = opening;
    }

    /**
     * What a commit says beside its lessons.
     *
     * @param number grows with every write
     */
    record State(long number, Map<String, FieldFit> fits) {}

    /** Reads everything. Lessons of another format are passed over: they are taught again. */
    State read(Consumer<Lesson> lessons) throws IOException {
        try (Directory directory = opening.open()) {
            if (!DirectoryReader.indexExists(directory)) {
                return new State(0, Map.of());
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                Map<String, String> data = reader.getIndexCommit().getUserData();
                if (!PRESENT_FORMAT.equals(data.get(FORMAT))) {
                    return new State(0, Map.of());
                }
                for (LeafReaderContext leaf : reader.leaves()) {
                    Bits live = leaf.reader().getLiveDocs();
                    StoredFields stored = leaf.reader().storedFields();
                    for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                        if (live == null || live.get(doc)) {
                            lessons.accept(lesson(stored.document(doc)));
                        }
                    }
                }
                Map<String, FieldFit> fits = new TreeMap<>();
                data.forEach((key, value) -> {
                    if (key.startsWith(FIT)) {
                        fits.put(key.substring(FIT.length()), FieldFit.ofText(value));
                    }
                });
                return new State(Long.parseLong(data.getOrDefault(STATE, "0")), fits);
            }
        }
    }

    void write(Collection<Lesson> taught, Collection<UUID> gone, State state) throws IOException {
        try (Directory directory = opening.open()) {
            IndexWriterConfig config = new IndexWriterConfig()
                    .setMergeScheduler(new SerialMergeScheduler())
                    .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
                    .setCommitOnClose(false);
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                if (state.number() <= 1) {
                    writer.deleteAll();
                }
                for (Lesson lesson : taught) {
                    writer.updateDocument(new Term(TICKET, bytes(lesson.ticket())), document(lesson));
                }
                for (UUID ticket : gone) {
                    writer.deleteDocuments(new Term(TICKET, bytes(ticket)));
                }
                if (!gone.isEmpty()) {
                    writer.forceMergeDeletes();
                }
                Map<String, String> data = new HashMap<>();
                data.put(FORMAT, PRESENT_FORMAT);
                data.put(STATE, Long.toString(state.number()));
                state.fits().forEach((field, fit) -> data.put(FIT + field, fit.asText()));
                writer.setLiveCommitData(data.entrySet());
                writer.commit();
            }
        }
    }

    private static Document document(Lesson lesson) {
        Document document = new Document();
        document.add(new StringField(TICKET, bytes(lesson.ticket()), Field.Store.YES));
        document.add(new StoredField(WORDS, text(lesson.bags().words())));
        document.add(new StoredField(PAIRS, text(lesson.bags().pairs())));
        lesson.values().forEach((field, value) -> document.add(new StoredField(VALUE + field, value)));
        return document;
    }

    private static Lesson lesson(Document document) {
        ByteBuffer id = ByteBuffer.wrap(document.getBinaryValue(TICKET).bytes);
        Map<String, String> values = new HashMap<>();
        for (IndexableField field : document.getFields()) {
            if (field.name().startsWith(VALUE)) {
                values.put(field.name().substring(VALUE.length()), field.stringValue());
            }
        }
        return new Lesson(
                new UUID(id.getLong(), id.getLong()),
                new Lesson.Bags(bag(document.get(WORDS)), bag(document.get(PAIRS))),
                Map.copyOf(values));
    }

    private static BytesRef bytes(UUID id) {
        return new BytesRef(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    private static String text(SortedMap<String, Integer> bag) {
        StringBuilder text = new StringBuilder();
        bag.forEach(
                (word, count) -> text.append(word).append('\t').append(count).append('\n'));
        return text.toString();
    }

    private static SortedMap<String, Integer> bag(String text) {
        SortedMap<String, Integer> bag = new TreeMap<>();
        text.lines().forEach(line -> {
            int tab = line.lastIndexOf('\t');
            bag.put(line.substring(0, tab), Integer.valueOf(line.substring(tab + 1)));
        });
        return bag;
    }
}
