package io.tikit.core.calendar;

import java.util.Arrays;

/** The periods of work within a stretch of time, with the sum of all before each. Instants are epoch milliseconds. */
final class Block {
    private final long[] starts;
    private final long[] ends;
    /** How much working time of the block lies before the start of the same index; the last is that of the whole. */
    private final long[] before;

    /** Keeps the first {@code count} periods, which are in order and apart. */
    Block(long[] starts, long[] ends, int count) {
        this.starts = Arrays.copyOf(starts, count);
        this.ends = Arrays.copyOf(ends, count);
        before = new long[count + 1];
        for (int i = 0; i < count; i++) {
            before[i + 1] = before[i] + ends[i] - starts[i];
        }
    }

    int size() {
        return starts.length;
    }

    long start(int index) {
        return starts[index];
    }

    long end(int index) {
        return ends[index];
    }

    long total() {
        return before[starts.length];
    }

    /** The last period that begins at or before an instant; -1 if none does. */
    int at(long instant) {
        int found = Arrays.binarySearch(starts, instant);
        return found >= 0 ? found : -found - 2;
    }

    /** How much working time of the block lies before an instant. */
    long sum(long instant) {
        int index = at(instant);
        return index < 0 ? 0 : before[index] + Math.min(instant, ends[index]) - starts[index];
    }

    /** The earliest instant before which so much working time of the block lies; above 0, at most {@link #total()}. */
    long instant(long sum) {
        int found = Arrays.binarySearch(before, sum);
        int index = found >= 0 ? found - 1 : -found - 2;
        return starts[index] + sum - before[index];
    }
}
