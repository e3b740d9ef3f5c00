package io.tikit.lucene.classification;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What was learned about answering for one field.
 *
 * @param least below which confidence nothing is said
 */
record FieldFit(Mix mix, Trust trust, double least) {
    static final FieldFit USUAL = new FieldFit(Mix.USUAL, Trust.PLAIN, 0);

    String asText() {
        return mix.pairs() + " " + mix.whole() + " " + mix.power() + " " + least + " "
                + Arrays.stream(trust.weights()).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    static FieldFit ofText(String text) {
        String[] parts = text.split(" ");
        double[] weights =
                Arrays.stream(parts).skip(4).mapToDouble(Double::parseDouble).toArray();
        return new FieldFit(
                new Mix(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Integer.parseInt(parts[2])),
                new Trust(weights),
                Double.parseDouble(parts[3]));
    }
}
