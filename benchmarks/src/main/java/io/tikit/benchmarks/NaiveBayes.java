package io.tikit.benchmarks;

import io.tikit.spi.classification.TicketText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The plain multinomial kind over lower-case words, with one added to each count. */
final class NaiveBayes {
    private final Map<String, Map<String, Integer>> words = new TreeMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final int all;

    NaiveBayes(List<LabelledTexts.One> taught) {
        all = taught.size();
        for (LabelledTexts.One one : taught) {
            texts.merge(one.value(), 1, Integer::sum);
            Map<String, Integer> counts = words.computeIfAbsent(one.value(), v -> new HashMap<>());
            for (String word : words(one.text())) {
                counts.merge(word, 1, Integer::sum);
                lengths.merge(one.value(), 1, Integer::sum);
                known.merge(word, 1, Integer::sum);
            }
        }
    }

    private static String[] words(TicketText text) {
        return Arrays.stream((text.subject() + " " + text.body())
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    /** The probabilities of the values. */
    Map<String, Double> ask(TicketText text) {
        String[] asked = words(text);
        Map<String, Double> logs = new TreeMap<>();
        words.forEach((value, counts) -> {
            double sum = Math.log(texts.getOrDefault(value, 0) / (double) all);
            double length = lengths.getOrDefault(value, 0) + known.size();
            for (String word : asked) {
                if (known.containsKey(word)) {
                    sum += Math.log((counts.getOrDefault(word, 0) + 1) / length);
                }
            }
            logs.put(value, sum);
        });
        double most =
                logs.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double sum =
                logs.values().stream().mapToDouble(log -> Math.exp(log - most)).sum();
        logs.replaceAll((value, log) -> Math.exp(log - most) / sum);
        return logs;
    }
}
