package io.tikit.benchmarks;

import io.tikit.spi.condition.Fold;
import io.tikit.spi.storage.WorkItem;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One value of a row: the same for all tickets, or made from the draft. */
@FunctionalInterface
interface ValueShape {
    void bind(PreparedStatement statement, int index, Draft draft) throws SQLException;

    /** Learns from a value of the sample. */
    static ValueShape of(String column, int sqlType, @Nullable Object value, SampleTicket sample) {
        if (value == null) {
            return (statement, index, draft) -> statement.setNull(index, sqlType);
        }
        if (value instanceof UUID id) {
            Function<Draft, UUID> made = id(column, id, sample);
            return (statement, index, draft) -> statement.setObject(index, made.apply(draft));
        }
        if (value instanceof byte[] bytes) {
            return bytes(column, bytes, sample);
        }
        if (value instanceof Number number) {
            return number(column, number.longValue(), sample);
        }
        return text(value.toString(), sample);
    }

    private static ValueShape number(String column, long number, SampleTicket sample) {
        if (column.equals("serial")) {
            return (statement, index, draft) -> statement.setLong(index, draft.serial());
        }
        if (column.equals("bucket")) {
            return (statement, index, draft) -> statement.setLong(
                    index, Math.floorMod(draft.id(Draft.TICKET).hashCode(), WorkItem.BUCKETS));
        }
        if (number == sample.createdMillis()) {
            return (statement, index, draft) -> statement.setLong(index, draft.now());
        }
        return (statement, index, draft) -> statement.setLong(index, number);
    }

    private static Function<Draft, UUID> id(String column, UUID value, SampleTicket sample) {
        int known = sample.idNumber(value);
        if (known >= 0) {
            return draft -> draft.id(known);
        }
        if (value.equals(sample.requester())) {
            return draft -> draft.requester().value();
        }
        if (column.equals("id")) {
            int other = sample.nextId();
            return draft -> draft.id(other);
        }
        return draft -> value;
    }

    private static ValueShape bytes(String column, byte[] bytes, SampleTicket sample) {
        if (bytes.length == 16) {
            Function<Draft, UUID> made = id(column, SampleTicket.uuid(bytes), sample);
            return (statement, index, draft) -> statement.setBytes(index, SampleTicket.bytes(made.apply(draft)));
        }
        if (Arrays.equals(bytes, Fold.bytes(sample.text().subject()))) {
            return (statement, index, draft) ->
                    statement.setBytes(index, Fold.bytes(draft.text().subject()));
        }
        List<int[]> places = new ArrayList<>();
        for (int at = 0; at + 16 <= bytes.length; at++) {
            int known = sample.idNumber(SampleTicket.uuid(Arrays.copyOfRange(bytes, at, at + 16)));
            if (known >= 0) {
                places.add(new int[] {at, known});
            }
        }
        return (statement, index, draft) -> {
            ByteBuffer made = ByteBuffer.wrap(bytes.clone());
            for (int[] place : places) {
                UUID id = draft.id(place[1]);
                made.putLong(place[0], id.getMostSignificantBits()).putLong(place[0] + 8, id.getLeastSignificantBits());
            }
            statement.setBytes(index, made.array());
        };
    }

    private static ValueShape text(String text, SampleTicket sample) {
        List<Function<Draft, String>> parts = sample.parts(text);
        if (parts.isEmpty()) {
            return (statement, index, draft) -> statement.setString(index, text);
        }
        return (statement, index, draft) -> {
            StringBuilder made = new StringBuilder(text.length() + 64);
            for (Function<Draft, String> part : parts) {
                made.append(part.apply(draft));
            }
            statement.setString(index, made.toString());
        };
    }
}
