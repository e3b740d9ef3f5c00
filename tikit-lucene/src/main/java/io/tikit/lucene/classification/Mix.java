package io.tikit.lucene.classification;

import java.util.ArrayList;
import java.util.List;

/**
 * How the witnesses are weighed for a field.
 *
 * @param pairs how much pairs of words count beside words
 * @param whole how much the tickets of a value taken together count beside the nearest ones
 * @param power how much a nearer value counts more than one further off
 */
record Mix(double pairs, double whole, int power) {
    /** How many of the nearest tickets have a vote. */
    static final int NEIGHBOURS = 20;

    static final Mix USUAL = new Mix(0.3, 0.5, 3);

    static final double[] PAIRS = {0, 0.3, 0.5};

    private static final double[] WHOLE = {0.3, 0.5, 0.7};
    private static final int[] POWERS = {3, 6};

    /** All mixes with this share of pairs that are tried. */
    static List<Mix> with(double pairs) {
        List<Mix> all = new ArrayList<>();
        for (double whole : WHOLE) {
            for (int power : POWERS) {
                all.add(new Mix(pairs, whole, power));
            }
        }
        return all;
    }

    /** The share of the votes that each value gets. */
    double[] shares(Question.Neighbours neighbours, double[][] values) {
        double[] votes = new double[values[0].length];
        double all = 0;
        for (int i = 0; i < neighbours.values().length; i++) {
            double near = neighbours.near()[i];
            double vote = power > 3 ? near * near * near * near * near : near * near * near;
            votes[neighbours.values()[i]] += vote;
            all += vote;
        }
        double[] together = new double[votes.length];
        double sum = 0;
        for (int value = 0; value < together.length; value++) {
            double near = (1 - pairs) * values[0][value] + pairs * values[1][value];
            double cubed = near * near * near;
            together[value] = power > 3 ? cubed * cubed : cubed;
            sum += together[value];
        }
        double[] shares = new double[votes.length];
        for (int value = 0; value < shares.length; value++) {
            shares[value] =
                    (all > 0 ? (1 - whole) * votes[value] / all : 0) + (sum > 0 ? whole * together[value] / sum : 0);
        }
        return shares;
    }

    /** How near the nearest value is. */
    double nearest(double[][] values) {
        double most = 0;
        for (int value = 0; value < values[0].length; value++) {
            most = Math.max(most, (1 - pairs) * values[0][value] + pairs * values[1][value]);
        }
        return most;
    }
}
