package io.tikit.lucene.classification;

import java.util.Arrays;

/**
 * How much of each word the tickets of each value of a field have together, in one view. Sums are whole numbers, so that
 * adding and taking away leave no trace. Changed by one thread while nobody reads.
 */
final class Classes {
    private static final int[] NONE = {};
    private static final long[] NOTHING = {};

    private int[][] values = {};
    private long[][] sums = {};
    private double[] lengths = {};

    void add(View.Vector vector, int value, int sign) {
        for (int i = 0; i < vector.words().length; i++) {
            add(vector.words()[i], value, (long) sign * vector.weights()[i]);
        }
    }

    private void add(int word, int value, long weight) {
        if (word >= values.length) {
            int before = values.length;
            values = Arrays.copyOf(values, Math.max(word + 1, 2 * before));
            sums = Arrays.copyOf(sums, values.length);
            Arrays.fill(values, before, values.length, NONE);
            Arrays.fill(sums, before, sums.length, NOTHING);
        }
        int at = 0;
        while (at < values[word].length && values[word][at] != value) {
            at++;
        }
        if (at == values[word].length) {
            values[word] = Arrays.copyOf(values[word], at + 1);
            sums[word] = Arrays.copyOf(sums[word], at + 1);
            values[word][at] = value;
        }
        sums[word][at] += weight;
    }

    /** Measures the values anew, because a change anywhere moves what words tell. */
    void measure(View view, int tickets, int count) {
        long[] high = new long[count];
        long[] low = new long[count];
        for (int word = 0; word < values.length; word++) {
            if (values[word].length == 0) {
                continue;
            }
            long idf = view.scaledIdf(word, tickets);
            for (int i = 0; i < values[word].length; i++) {
                int value = values[word][i];
                long weight = (sums[word][i] * idf) >> 16;
                // exact in 128 bits, so that the order of words does not matter
                long product = weight * weight;
                long sum = low[value] + product;
                high[value] += Math.multiplyHigh(weight, weight) + (Long.compareUnsigned(sum, product) < 0 ? 1 : 0);
                low[value] = sum;
            }
        }
        lengths = new double[count];
        for (int value = 0; value < count; value++) {
            double squares = high[value] * 0x1p64 + (low[value] >>> 1) * 2.0;
            // back from the scales of weights and idf, less what was shifted away
            lengths[value] = Math.sqrt(squares) * 0x1p16 / ((double) View.ONE * (1 << 10));
        }
    }

    /** How near each value is, when each word of the question has this share. */
    double[] nearness(View.Vector question, double[] asked) {
        double[] near = new double[lengths.length];
        for (int i = 0; i < asked.length; i++) {
            int word = question.words()[i];
            if (word >= 0 && word < values.length) {
                for (int j = 0; j < values[word].length; j++) {
                    near[values[word][j]] += asked[i] * sums[word][j] / View.ONE;
                }
            }
        }
        for (int value = 0; value < near.length; value++) {
            near[value] = lengths[value] > 0 ? near[value] / lengths[value] : 0;
        }
        return near;
    }

    /** How near a value would be to a ticket that it has, were it without it. */
    double without(View view, View.Vector ticket, double[] asked, int value, int tickets) {
        double dot = 0;
        double squares = lengths[value] * lengths[value];
        for (int i = 0; i < asked.length; i++) {
            double own = ticket.weights()[i] / (double) View.ONE;
            double all = sum(ticket.words()[i], value);
            double idf = view.idf(ticket.words()[i], tickets);
            dot += asked[i] * (all - own);
            squares += ((all - own) * (all - own) - all * all) * idf * idf;
        }
        return squares > 1e-6 ? Math.max(0, dot) / Math.sqrt(squares) : 0;
    }

    private double sum(int word, int value) {
        for (int i = 0; i < values[word].length; i++) {
            if (values[word][i] == value) {
                return sums[word][i] / (double) View.ONE;
            }
        }
        return 0;
    }

    /** Which share of a word's weight the tickets of a value have. */
    double share(int word, int value) {
        if (word < 0 || word >= values.length) {
            return 0;
        }
        long all = 0;
        long own = 0;
        for (int i = 0; i < values[word].length; i++) {
            all += sums[word][i];
            own += values[word][i] == value ? sums[word][i] : 0;
        }
        return all == 0 ? 0 : own / (double) all;
    }
}
