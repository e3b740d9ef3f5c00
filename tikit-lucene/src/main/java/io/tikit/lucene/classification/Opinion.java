package io.tikit.lucene.classification;

import java.util.stream.IntStream;

/**
 * What the votes say about a question.
 *
 * @param shares of the votes, by the number of the value
 * @param order the numbers of the values that got votes and can be suggested, the most likely first
 * @param signs what tells how far the first can be trusted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Opinion(double[] shares, int[] order, double[] signs) {
    static Opinion of(FieldValues field, Question.Neighbours neighbours, double[][] values, Mix mix) {
        double[] shares = mix.shares(neighbours, values);
        int[] order = IntStream.range(0, shares.length)
                .filter(value -> shares[value] > 1e-6 && !field.isNone(value) && field.count(value) > 0)
                .boxed()
                .sorted((a, b) -> shares[a] == shares[b]
                        ? field.value(a).compareTo(field.value(b))
                        : Double.compare(shares[b], shares[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double first = order.length > 0 ? shares[order[0]] : 0;
        double second = order.length > 1 ? shares[order[1]] : 0;
        double none = IntStream.range(0, shares.length)
                .filter(field::isNone)
                .mapToDouble(value -> shares[value])
                .sum();
        return new Opinion(shares, order, new double[] {
            1,
            Math.log((first + 0.005) / (1.005 - Math.min(1, first))),
            Math.log((first + 0.01) / (second + 0.01)),
            Math.min(1.5, neighbours.likeness()),
            mix.nearest(values),
            none
        });
    }
}
