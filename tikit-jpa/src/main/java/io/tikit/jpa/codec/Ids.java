package io.tikit.jpa.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Ids as bytes, most significant first, so that their order is that of unsigned bytes. */
public final class Ids {
    private Ids() {}

    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    public static UUID of(byte[] bytes) {
        return read(ByteBuffer.wrap(bytes));
    }

    public static UUID read(ByteBuffer from) {
        return new UUID(from.getLong(), from.getLong());
    }

    /** Orders ids as unsigned bytes, as the databases do. */
    public static int compare(UUID left, UUID right) {
        int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }

    /**
     * Repeats the last value until the number of values is a power of two, so that lists of any length share ten
     * statements instead of making hundreds.
     */
    public static <T> List<T> padded(Collection<T> values) {
        List<T> padded = new ArrayList<>(values);
        T last = padded.get(padded.size() - 1);
        int size = paddedSize(padded.size());
        while (padded.size() < size) {
            padded.add(last);
        }
        return padded;
    }

    /** How many values {@link #padded} makes of so many. */
    public static int paddedSize(int count) {
        return Integer.highestOneBit(Math.max(1, count * 2 - 1));
    }
}
