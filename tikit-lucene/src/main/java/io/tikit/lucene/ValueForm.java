package io.tikit.lucene;

import io.tikit.api.condition.FieldValue;
import io.tikit.spi.condition.Fold;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

/**
 * How a value of a ticket field stands in the index: bytes whose unsigned order is the order of the values, in a Lucene
 * field of which the type of the value is a part, so that values of different types never meet.
 *
 * <p>Numbers, instants and days are points. All else is terms. A Lucene term holds at most 32,766 bytes, so longer values
 * are cut into pieces, each in a field of its own; the last piece is always shorter than a full one, which makes the
 * pieces, compared one after the other, order as the whole does.
 */
final class ValueForm {
    /** The bytes of a full piece. */
    static final int PIECE = 32_000;

    private final String field;
    private final byte[] bytes;
    private final boolean point;

    private ValueForm(String field, byte[] bytes, boolean point) {
        this.field = field;
        this.bytes = bytes;
        this.point = point;
    }

    /** The form of a value of the ticket field with this key. */
    static ValueForm of(String key, FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return term(key, 't', Fold.bytes(text.value()));
        }
        if (value instanceof FieldValue.Whole whole) {
            return point(key, 'w', sortable(whole.value()));
        }
        if (value instanceof FieldValue.Decimal decimal) {
            return term(key, 'n', DecimalOrder.bytes(decimal.value()));
        }
        if (value instanceof FieldValue.Money money) {
            // The currency is a part of the field, so that amounts of different currencies never meet.
            String field = "c." + key + ".p." + money.currency();
            return new ValueForm(field, DecimalOrder.bytes(money.amount()), false);
        }
        if (value instanceof FieldValue.Flag flag) {
            return term(key, 'f', new byte[] {(byte) (flag.value() ? 1 : 0)});
        }
        if (value instanceof FieldValue.Moment moment) {
            return point(key, 'm', sortable(moment.value()));
        }
        if (value instanceof FieldValue.Day day) {
            return point(key, 'd', sortable(day.value().toEpochDay()));
        }
        if (value instanceof FieldValue.Id id) {
            return term(key, 'i', IndexFields.bytes(id.value()).bytes);
        }
        FieldValue.Choice choice = (FieldValue.Choice) value;
        return term(key, 'c', sortable(choice.rank()));
    }

    /** The form of one of several choices. */
    static ValueForm choice(String key, String name) {
        return term(key, 's', name.getBytes(StandardCharsets.UTF_8));
    }

    private static ValueForm term(String key, char type, byte[] bytes) {
        return new ValueForm("c." + key + "." + type, bytes, false);
    }

    private static ValueForm point(String key, char type, byte[] bytes) {
        return new ValueForm("c." + key + "." + type, bytes, true);
    }

    /** The Lucene field; for a long value that of the first piece. */
    String field() {
        return field;
    }

    /** The Lucene field of a piece. */
    String field(int piece) {
        return piece == 0 ? field : field + "." + piece;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whether the value is indexed as a point and not as terms. */
    boolean isPoint() {
        return point;
    }

    /** The terms of a value that is no point, nearly always a single one. */
    List<BytesRef> pieces() {
        if (bytes.length < PIECE) {
            return List.of(new BytesRef(bytes));
        }
        List<BytesRef> pieces = new ArrayList<>();
        for (int from = 0; from <= bytes.length; from += PIECE) {
            pieces.add(new BytesRef(Arrays.copyOfRange(bytes, from, Math.min(from + PIECE, bytes.length))));
        }
        return pieces;
    }

    void addTo(Document document) {
        if (point) {
            document.add(new BinaryPoint(field, bytes));
            return;
        }
        List<BytesRef> pieces = pieces();
        for (int i = 0; i < pieces.size(); i++) {
            document.add(new StringField(field(i), pieces.get(i), Store.NO));
        }
    }

    private static byte[] sortable(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value ^ Long.MIN_VALUE).array();
    }

    /** Seconds and milliseconds apart, because the earliest and latest instants are beyond a long of milliseconds. */
    private static byte[] sortable(Instant value) {
        return ByteBuffer.allocate(Long.BYTES + Short.BYTES)
                .putLong(value.getEpochSecond() ^ Long.MIN_VALUE)
                .putShort((short) (value.getNano() / 1_000_000))
                .array();
    }

    private static byte[] sortable(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .putInt(value ^ Integer.MIN_VALUE)
                .array();
    }
}
