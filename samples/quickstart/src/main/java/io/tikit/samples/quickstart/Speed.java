package io.tikit.samples.quickstart;

import java.time.Duration;
import java.util.Collection;

/**
 * How fast a kind of command was.
 *
 * @param count how many were carried out
 * @param perSecond how many in a second
 * @param p50 milliseconds that half of them took at most
 * @param p95 milliseconds that 95 of 100 took at most
 */
record Speed(int count, double perSecond, double p50, double p95) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    /** From the time that each took, and that all took together with several threads. */
    static Speed of(Collection<Long> nanos, Duration elapsed) {
        if (nanos.isEmpty()) {
            return new Speed(0, 0, 0, 0);
        }
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        double seconds = elapsed.toNanos() / NANOS_PER_SECOND;
        return new Speed(
                sorted.length,
                rounded(sorted.length / seconds),
                rounded(percentile(sorted, 50) / NANOS_PER_MILLI),
                rounded(percentile(sorted, 95) / NANOS_PER_MILLI));
    }

    private static double percentile(long[] sorted, int percent) {
        int rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return sorted[rank - 1];
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
