package io.tikit.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How well texts were given their values. Saying nothing is the right answer for a text that belongs to no value. */
final class Marks {
    private static final int BINS = 15;

    private final Map<String, int[]> byValue = new HashMap<>();
    private final double[] sure = new double[BINS];
    private final int[] sureAndRight = new int[BINS];
    private final int[] counts = new int[BINS];
    private int all;
    private int right;
    private int firstThree;
    private int answered;
    private int none;
    private int noneQuiet;
    private int quiet;

    /**
     * Marks one answer.
     *
     * @param values the likeliest first; empty when nothing is said
     */
    void mark(String given, List<String> values, double confidence) {
        String first = values.isEmpty() ? LabelledTexts.NONE : values.get(0);
        boolean hit = first.equals(given);
        all++;
        right += hit ? 1 : 0;
        boolean among = values.isEmpty()
                ? hit
                : values.subList(0, Math.min(3, values.size())).contains(given);
        firstThree += among ? 1 : 0;
        none += given.isEmpty() ? 1 : 0;
        noneQuiet += given.isEmpty() && first.isEmpty() ? 1 : 0;
        quiet += !given.isEmpty() && first.isEmpty() ? 1 : 0;
        tally(given)[hit ? 0 : 1]++;
        if (!hit) {
            tally(first)[2]++;
        }
        if (!first.isEmpty()) {
            answered++;
            int bin = Math.min(BINS - 1, (int) (confidence * BINS));
            sure[bin] += confidence;
            sureAndRight[bin] += hit ? 1 : 0;
            counts[bin]++;
        }
    }

    private int[] tally(String value) {
        return byValue.computeIfAbsent(value, v -> new int[3]);
    }

    double accuracy() {
        return right / (double) all;
    }

    double firstThree() {
        return firstThree / (double) all;
    }

    /** The mean over the values that texts have here. */
    double macroF1() {
        List<Double> each = new ArrayList<>();
        byValue.values().forEach(tally -> {
            if (tally[0] + tally[1] > 0) {
                each.add(2.0 * tally[0] / (2.0 * tally[0] + tally[1] + tally[2]));
            }
        });
        return each.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** How far confidence is off from the share that is right, over the answers that were given. */
    double calibrationError() {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(sure[bin] - sureAndRight[bin]);
        }
        return answered == 0 ? 0 : sum / answered;
    }

    boolean hasNone() {
        return none > 0;
    }

    /** Of the texts without a value, the share of which nothing was said. */
    double noneQuiet() {
        return noneQuiet / (double) none;
    }

    /** Of the texts with a value, the share of which nothing was said. */
    double wronglyQuiet() {
        return quiet / (double) (all - none);
    }
}
