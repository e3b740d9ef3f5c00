package io.tikit.lucene.classification;

import java.util.Arrays;
import java.util.List;

/**
 * How far a first choice can be trusted: a logistic curve over the signs of an {@link Opinion}, learned from choices of
 * which it is known whether they were right.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Trust(double[] weights) {
    private static final int ROUNDS = 30;
    private static final double RIDGE = 0.3;

    /** Takes the share of the votes for what it is. */
    static final Trust PLAIN = new Trust(new double[] {0, 1, 0, 0, 0, 0});

    /** The probability that the first choice is right. */
    double of(double[] signs) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * signs[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Learns by Newton's method; a weight has to be worth its size. */
    static Trust learned(List<double[]> signs, List<Boolean> right) {
        int size = PLAIN.weights.length;
        long good = right.stream().filter(one -> one).count();
        double yes = (good + 1.0) / (good + 2.0);
        double no = 1.0 / (right.size() - good + 2.0);
        double[] weights = PLAIN.weights.clone();
        for (int round = 0; round < ROUNDS; round++) {
            double[][] bend = new double[size][size + 1];
            for (int i = 0; i < size; i++) {
                bend[i][i] = RIDGE;
                bend[i][size] = -RIDGE * (weights[i] - PLAIN.weights[i]);
            }
            Trust now = new Trust(weights);
            for (int row = 0; row < signs.size(); row++) {
                double[] x = signs.get(row);
                double guess = now.of(x);
                double off = (right.get(row) ? yes : no) - guess;
                double steep = Math.max(1e-4, guess * (1 - guess));
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        bend[i][j] += steep * x[i] * x[j];
                    }
                    bend[i][size] += off * x[i];
                }
            }
            double[] step = solved(bend);
            weights = weights.clone();
            double longest = Arrays.stream(step).map(Math::abs).max().orElse(0);
            double scale = longest > 2 ? 2 / longest : 1;
            for (int i = 0; i < size; i++) {
                weights[i] += scale * step[i];
            }
            if (longest < 1e-7) {
                break;
            }
        }
        return new Trust(weights);
    }

    /** Solves equations whose matrix is positive definite, by elimination. */
    private static double[] solved(double[][] rows) {
        int size = rows.length;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double factor = rows[j][i] / rows[i][i];
                for (int k = i; k <= size; k++) {
                    rows[j][k] -= factor * rows[i][k];
                }
            }
        }
        double[] result = new double[size];
        for (int i = size - 1; i >= 0; i--) {
            double sum = rows[i][size];
            for (int k = i + 1; k < size; k++) {
                sum -= rows[i][k] * result[k];
            }
            result[i] = sum / rows[i][i];
        }
        return result;
    }
}
