package io.tikit.lucene;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.lucene.util.BytesRef;

/** The names of the Lucene fields and the form of ids, so that writing and reading cannot differ. */
final class IndexFields {
    /** Raised whenever documents are written in another way, the analysis of text included. */
    static final int FORMAT = 2;

    /** On documents of tickets alone, with this one value. */
    static final String KIND = "kind";

    static final String TICKET_KIND = "t";
    /** The id of a ticket, as term and as value; on documents of tickets alone. */
    static final String TICKET = "id";
    /** The id of an entry, as term and as value; on documents of entries alone. */
    static final String ENTRY = "entry";
    /** The id of the ticket of an entry, as term and as value; on documents of entries alone. */
    static final String ENTRY_TICKET = "of";
    /** The words of the subject. */
    static final String SUBJECT = "subject";
    /** The words of an entry that everybody on the ticket may read. */
    static final String PUBLIC = "public";
    /** The words of a note. */
    static final String NOTE = "note";
    /** The instant of creation in milliseconds, for the order. */
    static final String BORN = "born";
    /** The keys of the ticket fields that have a value. */
    static final String HAS = "has";
    /** What stands before the key of a field whose values are counted. */
    static final String COUNTED = "n.";

    /** At most so many characters of a body are indexed: what lies behind cannot be found. */
    static final int MOST_BODY = 100_000;

    private IndexFields() {}

    /** The 16 bytes of an id; their unsigned order is the order of ids. */
    static BytesRef bytes(UUID id) {
        return new BytesRef(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    /** The id of 16 bytes. */
    static UUID id(BytesRef bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
