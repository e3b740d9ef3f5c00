package io.tikit.benchmarks;

import io.tikit.api.TenantId;
import io.tikit.api.ticket.TicketId;
import io.tikit.lucene.LucenePlugin;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.classification.Classifier;
import io.tikit.spi.classification.Example;
import io.tikit.spi.classification.Suggestion;
import io.tikit.tck.TestPluginContext;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Learns four fifths of texts that people gave values, and suggests values for the last fifth. */
final class ClassifyBenchmark {
    private static final TenantId TENANT = TenantId.of("bench");
    private static final String FIELD = "value";
    private static final int BATCH = 1_000;

    private ClassifyBenchmark() {}

    /** One way through the texts, for every side. */
    private record Split(
            Marks ours, Marks silent, Marks bayes, Marks commonest, int taught, double seconds, double rate) {}

    static void run(int splits, int most, Scratch scratch, PrintStream out) throws IOException {
        List<LabelledTexts> sets = LabelledTexts.found(most);
        if (sets.isEmpty()) {
            out.println("classify skipped: the data sets lie in no folder shared/data beside or above this one");
        }
        for (LabelledTexts set : sets) {
            List<Split> done = new ArrayList<>();
            for (int seed = 1; seed <= splits; seed++) {
                String name = set.name().replace('/', '-') + "-" + seed;
                done.add(split(set, seed, scratch, name));
            }
            print(set, done, out);
        }
    }

    private static Split split(LabelledTexts set, int seed, Scratch scratch, String name) throws IOException {
        // Texts that are the same stay on one side.
        Map<Object, List<LabelledTexts.One>> byText = set.all().stream()
                .collect(Collectors.groupingBy(LabelledTexts.One::text, LinkedHashMap::new, Collectors.toList()));
        List<List<LabelledTexts.One>> groups = new ArrayList<>(byText.values());
        Collections.shuffle(groups, new Random(seed));
        int cut = groups.size() * 4 / 5;
        List<LabelledTexts.One> taught =
                groups.subList(0, cut).stream().flatMap(List::stream).toList();
        List<LabelledTexts.One> asked = groups.subList(cut, groups.size()).stream()
                .flatMap(List::stream)
                .toList();

        Marks silent = new Marks();
        if (asked.stream().anyMatch(one -> one.value().isEmpty())) {
            try (Classifier classifier = opened(scratch, name + "-unaware")) {
                teach(
                        classifier,
                        taught.stream().filter(one -> !one.value().isEmpty()).toList());
                ask(classifier, asked, silent);
            }
        }
        try (Classifier classifier = opened(scratch, name)) {
            long begin = System.nanoTime();
            teach(classifier, taught);
            double seconds = (System.nanoTime() - begin) / 1e9;
            Marks ours = new Marks();
            long before = System.nanoTime();
            ask(classifier, asked, ours);
            double rate = asked.size() * 1e9 / (System.nanoTime() - before);
            return new Split(
                    ours, silent, bayes(taught, asked), commonest(taught, asked), taught.size(), seconds, rate);
        }
    }

    private static Classifier opened(Scratch scratch, String name) throws IOException {
        LucenePlugin plugin = new LucenePlugin();
        List<Classifier> classifiers = new ArrayList<>();
        plugin.contribute(
                new Contributions() {
                    @Override
                    public <S> void add(ExtensionPoint<S> point, String partName, S part) {
                        if (part instanceof Classifier classifier) {
                            classifiers.add(classifier);
                        }
                    }
                },
                TestPluginContext.of(plugin.descriptor(), InstantSource.system())
                        .withHome(scratch.folder(name)));
        classifiers.get(0).open();
        return classifiers.get(0);
    }

    private static void teach(Classifier classifier, List<LabelledTexts.One> taught) {
        for (int from = 0; from < taught.size(); from += BATCH) {
            List<Example> batch = new ArrayList<>();
            for (int i = from; i < Math.min(taught.size(), from + BATCH); i++) {
                LabelledTexts.One one = taught.get(i);
                batch.add(new Example(new TicketId(new UUID(7, i)), one.text(), Map.of(FIELD, one.value())));
            }
            classifier.learn(TENANT, batch);
        }
    }

    private static void ask(Classifier classifier, List<LabelledTexts.One> asked, Marks marks) {
        for (LabelledTexts.One one : asked) {
            List<Suggestion> answer = classifier.suggest(TENANT, one.text(), Set.of(FIELD));
            marks.mark(
                    one.value(),
                    answer.stream().map(Suggestion::value).toList(),
                    answer.isEmpty() ? 0 : answer.get(0).confidence());
        }
    }

    private static Marks bayes(List<LabelledTexts.One> taught, List<LabelledTexts.One> asked) {
        NaiveBayes bayes = new NaiveBayes(taught);
        Marks marks = new Marks();
        for (LabelledTexts.One one : asked) {
            Map<String, Double> answer = bayes.ask(one.text());
            List<String> values = answer.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .limit(3)
                    .map(Map.Entry::getKey)
                    .toList();
            marks.mark(one.value(), values, answer.getOrDefault(values.get(0), 0.0));
        }
        return marks;
    }

    private static Marks commonest(List<LabelledTexts.One> taught, List<LabelledTexts.One> asked) {
        Map<String, Long> counts = taught.stream()
                .collect(Collectors.groupingBy(LabelledTexts.One::value, LinkedHashMap::new, Collectors.counting()));
        List<String> values = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
        double share = counts.getOrDefault(values.get(0), 0L) / (double) taught.size();
        Marks marks = new Marks();
        asked.forEach(one -> marks.mark(one.value(), values, share));
        return marks;
    }

    private static void print(LabelledTexts set, List<Split> done, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "classify %s texts=%d values=%d splits=%d learned=%d in %.1f s, %.0f suggestions/s%n",
                set.name(),
                set.all().size(),
                set.all().stream()
                        .map(LabelledTexts.One::value)
                        .filter(v -> !v.isEmpty())
                        .distinct()
                        .count(),
                done.size(),
                done.get(0).taught(),
                mean(done, Split::seconds),
                mean(done, Split::rate));
        side("tikit", done.stream().map(Split::ours).toList(), out);
        side("naive Bayes", done.stream().map(Split::bayes).toList(), out);
        side("commonest", done.stream().map(Split::commonest).toList(), out);
        out.printf(
                "  tikit above naive Bayes by %s points of macro-F1%n",
                spread(
                        done,
                        split -> 100 * (split.ours().macroF1() - split.bayes().macroF1()),
                        "%.1f"));
        if (done.get(0).ours().hasNone()) {
            out.printf(
                    "  says nothing of %s of the texts without a value, and of %s of the others%n",
                    spread(done, split -> split.ours().noneQuiet(), "%.3f"),
                    spread(done, split -> split.ours().wronglyQuiet(), "%.3f"));
            out.printf(
                    "  never taught what has no value: of %s, and of %s of the others%n",
                    spread(done, split -> split.silent().noneQuiet(), "%.3f"),
                    spread(done, split -> split.silent().wronglyQuiet(), "%.3f"));
        }
    }

    private static void side(String name, List<Marks> marks, PrintStream out) {
        out.printf(
                "  %-12s accuracy=%s macro-F1=%s calibration-error=%s first-three=%s%n",
                name,
                spread(marks, Marks::accuracy, "%.3f"),
                spread(marks, Marks::macroF1, "%.3f"),
                spread(marks, Marks::calibrationError, "%.3f"),
                spread(marks, Marks::firstThree, "%.3f"));
    }

    private static <T> double mean(List<T> all, ToDoubleFunction<T> figure) {
        return all.stream().mapToDouble(figure).average().orElse(0);
    }

    private static <T> String spread(List<T> all, ToDoubleFunction<T> figure, String form) {
        return String.format(
                Locale.ROOT,
                form + " (" + form + " to " + form + ")",
                mean(all, figure),
                all.stream().mapToDouble(figure).min().orElse(0),
                all.stream().mapToDouble(figure).max().orElse(0));
    }
}
