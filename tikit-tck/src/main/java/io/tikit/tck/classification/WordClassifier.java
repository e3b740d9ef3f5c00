package io.tikit.tck.classification;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.classification.Classifier;
import io.tikit.spi.classification.ClassifierCapability;
import io.tikit.spi.classification.Example;
import io.tikit.spi.classification.Suggestion;
import io.tikit.spi.classification.TicketText;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A classifier that counts the words which texts have in common; what it learned lives as long as the test. Safe for use
 * by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class WordClassifier implements Classifier {
    private final Map<TenantId, Map<TicketId, Example>> kept;
    private final Set<ClassifierCapability> capabilities;

    /** A classifier with all capabilities. */
    public WordClassifier() {
        this(EnumSet.allOf(ClassifierCapability.class));
    }

    /**
     * A classifier.
     *
     * @param capabilities what it can do
     */
    public WordClassifier(Set<ClassifierCapability> capabilities) {
        this(new HashMap<>(), capabilities);
    }

    private WordClassifier(Map<TenantId, Map<TicketId, Example>> kept, Set<ClassifierCapability> capabilities) {
        this.kept = capabilities.contains(ClassifierCapability.DURABLE) ? kept : new HashMap<>();
        this.capabilities = Set.copyOf(capabilities);
    }

    /**
     * The next start of the same classifier.
     *
     * @return the classifier, which knows what this one learned if it is durable
     */
    public WordClassifier node() {
        return new WordClassifier(kept, capabilities);
    }

    @Override
    public Set<ClassifierCapability> capabilities() {
        return capabilities;
    }

    @Override
    public synchronized void learn(TenantId tenant, List<Example> examples) {
        if (!capabilities.contains(ClassifierCapability.LEARNING)) {
            throw new UnavailableException(ErrorCode.NOT_SUPPORTED, "this classifier does not learn", null);
        }
        Map<TicketId, Example> own = kept.computeIfAbsent(tenant, t -> new HashMap<>());
        examples.forEach(example -> own.put(example.ticket(), example));
    }

    @Override
    public synchronized List<Suggestion> suggest(TenantId tenant, TicketText text, Set<String> fields) {
        Set<String> words = words(text);
        return fields.stream()
                .sorted()
                .flatMap(field -> suggest(tenant, words, field).stream())
                .toList();
    }

    private List<Suggestion> suggest(TenantId tenant, Set<String> words, String field) {
        Map<String, Double> scores = new TreeMap<>();
        Map<String, Set<String>> evidence = new HashMap<>();
        for (Example example : kept.getOrDefault(tenant, Map.of()).values()) {
            String value = example.values().get(field);
            Set<String> common = words(example.text());
            common.retainAll(words);
            if (value != null && !value.isEmpty() && !common.isEmpty()) {
                scores.merge(value, (double) common.size(), Double::sum);
                evidence.computeIfAbsent(value, v -> new TreeSet<>()).addAll(common);
            }
        }
        double sum = scores.values().stream().mapToDouble(Double::doubleValue).sum();
        boolean shown = capabilities.contains(ClassifierCapability.EVIDENCE);
        return scores.entrySet().stream()
                .map(score -> new Suggestion(
                        field,
                        score.getKey(),
                        score.getValue() / sum,
                        shown ? List.copyOf(evidence.getOrDefault(score.getKey(), Set.of())) : List.of(),
                        "words-1"))
                .sorted(Comparator.comparingDouble(Suggestion::confidence)
                        .reversed()
                        .thenComparing(Suggestion::value))
                .limit(5)
                .toList();
    }

    @Override
    public synchronized void forget(TenantId tenant, Collection<TicketId> tickets) {
        kept.getOrDefault(tenant, new HashMap<>()).keySet().removeAll(Set.copyOf(tickets));
    }

    @Override
    public synchronized void erase(TenantId tenant) {
        kept.remove(tenant);
    }

    private static Set<String> words(TicketText text) {
        String all = (text.subject() + " " + text.body()).toLowerCase(Locale.ROOT);
        return new TreeSet<>(List.of(all.trim().split("[^a-z]+")));
    }
}
