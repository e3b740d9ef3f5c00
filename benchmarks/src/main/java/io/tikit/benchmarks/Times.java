package io.tikit.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** How long many calls took, in order. */
final class Times {
    private final long[] nanos;

    private Times(long[] nanos) {
        this.nanos = nanos;
    }

    static Times of(List<long[]> parts) {
        return new Times(parts.stream().flatMapToLong(Arrays::stream).sorted().toArray());
    }

    static Times together(Collection<Times> parts) {
        return of(parts.stream().map(part -> part.nanos).toList());
    }

    int count() {
        return nanos.length;
    }

    /** The time in milliseconds that a share of the calls did not exceed. */
    double millis(double share) {
        return nanos.length == 0 ? 0 : nanos[(int) (share * (nanos.length - 1))] / 1e6;
    }

    static double median(List<Double> values) {
        List<Double> ordered = values.stream().sorted().toList();
        int middle = ordered.size() / 2;
        return ordered.size() % 2 == 1 ? ordered.get(middle) : (ordered.get(middle - 1) + ordered.get(middle)) / 2;
    }
}
