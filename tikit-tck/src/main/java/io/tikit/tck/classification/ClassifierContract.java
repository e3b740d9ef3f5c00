package io.tikit.tck.classification;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.classification.Classifier;
import io.tikit.spi.classification.ClassifierCapability;
import io.tikit.spi.classification.Example;
import io.tikit.spi.classification.Suggestion;
import io.tikit.spi.classification.TicketText;
import io.tikit.tck.Expect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * All that a classifier must keep. A test class implements this and gives the fixture, see {@link ClassifierFixture}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface ClassifierContract extends ClassifierFixture {
    /** The tenant of the contract. */
    TenantId ACME = TenantId.of("acme");

    /** Another tenant. */
    TenantId OTHER = TenantId.of("other");

    /** What a classifier can do is known before its opening and does not change. */
    @Test
    default void capabilitiesAreSteady() {
        try (Classifier classifier = classifier()) {
            Set<ClassifierCapability> capabilities = classifier.capabilities();
            classifier.open();
            assertThat(classifier.capabilities()).isEqualTo(capabilities);
        }
    }

    /** A classifier that does not learn says so. */
    @Test
    default void learningIsRefusedUnlessDeclared() {
        try (Classifier classifier = opened()) {
            Expect.undeclared(classifier.capabilities(), ClassifierCapability.LEARNING);
            Expect.failure(ErrorCode.NOT_SUPPORTED, () -> classifier.learn(ACME, examples(0, "network", "printer")));
        }
    }

    /** What is plainly alike gets the value that it had before, most likely first, of the asked fields alone. */
    @Test
    default void learnedValuesAreSuggested() {
        try (Classifier classifier = learning()) {
            assertThat(ask(classifier, ACME, "vpn tunnel drops")).isEmpty();
            classifier.learn(ACME, examples(0, "network", "printer"));
            assertThat(top(classifier, ACME, "the vpn tunnel drops")).isEqualTo("network");
            assertThat(top(classifier, ACME, "toner and paper jam")).isEqualTo("printer");
            List<Suggestion> all = classifier.suggest(ACME, text("vpn tunnel toner"), Set.of("category", "priority"));
            for (String field : List.of("category", "priority")) {
                List<Double> confidences = all.stream()
                        .filter(suggestion -> suggestion.field().equals(field))
                        .map(Suggestion::confidence)
                        .toList();
                assertThat(confidences).hasSizeBetween(1, 5).isSortedAccordingTo((a, b) -> Double.compare(b, a));
                assertThat(confidences.stream().mapToDouble(Double::doubleValue).sum())
                        .isLessThanOrEqualTo(1.000_001);
            }
            assertThat(ask(classifier, ACME, "vpn"))
                    .extracting(Suggestion::field)
                    .containsOnly("category");
            assertThat(classifier.suggest(ACME, text("vpn"), Set.of("unknown"))).isEmpty();
        }
    }

    /** The same question gets the same answer, and learning twice is the same as once. */
    @Test
    default void answersAreSteady() {
        try (Classifier classifier = learning()) {
            classifier.learn(ACME, examples(0, "network", "printer"));
            List<Suggestion> answer = ask(classifier, ACME, "vpn drops, paper jam");
            assertThat(ask(classifier, ACME, "vpn drops, paper jam")).isEqualTo(answer);
            classifier.learn(ACME, examples(0, "network", "printer"));
            assertThat(ask(classifier, ACME, "vpn drops, paper jam"))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("model")
                    .isEqualTo(answer);
        }
    }

    /** What people decided anew takes the place of what they decided before. */
    @Test
    default void laterDecisionCounts() {
        try (Classifier classifier = learning()) {
            classifier.learn(ACME, examples(0, "network", "printer"));
            classifier.learn(ACME, examples(0, "remote", "printer"));
            assertThat(ask(classifier, ACME, "vpn tunnel drops"))
                    .extracting(Suggestion::value)
                    .contains("remote")
                    .doesNotContain("network");
        }
    }

    /** What people left empty on purpose is no value, and a text like it gets none for it. */
    @Test
    default void emptyIsNoValue() {
        try (Classifier classifier = learning()) {
            classifier.learn(ACME, examples(0, "", "printer"));
            assertThat(ask(classifier, ACME, "vpn tunnel drops"))
                    .extracting(Suggestion::value)
                    .doesNotContain("");
            assertThat(top(classifier, ACME, "toner and paper jam")).isEqualTo("printer");
        }
    }

    /** What was forgotten is as if it had never been learned. */
    @Test
    default void forgottenTicketsDoNotShow() {
        try (Classifier classifier = learning()) {
            List<Example> examples = examples(0, "network", "printer");
            classifier.learn(ACME, examples);
            List<TicketId> network = examples.stream()
                    .filter(example -> example.values().containsValue("network"))
                    .map(Example::ticket)
                    .toList();
            classifier.forget(ACME, network);
            classifier.forget(ACME, List.of(new TicketId(new UUID(9, 9))));
            assertThat(ask(classifier, ACME, "vpn tunnel drops"))
                    .extracting(Suggestion::value)
                    .doesNotContain("network");
            assertThat(top(classifier, ACME, "toner and paper jam")).isEqualTo("printer");
            classifier.erase(ACME);
            assertThat(ask(classifier, ACME, "toner and paper jam")).isEmpty();
        }
    }

    /** What one tenant teaches never shows at another one. */
    @Test
    default void tenantsAreApart() {
        try (Classifier classifier = learning()) {
            classifier.learn(ACME, examples(0, "network", "printer"));
            assertThat(ask(classifier, OTHER, "vpn tunnel drops")).isEmpty();
            classifier.learn(OTHER, examples(100, "other-net", "other-print"));
            assertThat(ask(classifier, OTHER, "vpn tunnel drops"))
                    .extracting(Suggestion::value)
                    .allMatch(value -> value.startsWith("other-"));
            classifier.erase(OTHER);
            assertThat(top(classifier, ACME, "vpn tunnel drops")).isEqualTo("network");
        }
    }

    /** Evidence is words of the text, and there is none unless it is declared. */
    @Test
    default void evidenceIsFromTheText() {
        try (Classifier classifier = learning()) {
            classifier.learn(ACME, examples(0, "network", "printer"));
            String asked = "zorvex: the VPN tunnel";
            List<String> evidence = ask(classifier, ACME, asked).get(0).evidence();
            if (classifier.capabilities().contains(ClassifierCapability.EVIDENCE)) {
                assertThat(evidence)
                        .isNotEmpty()
                        .allMatch(word -> asked.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
                assertThat(evidence).doesNotContain("zorvex");
            } else {
                assertThat(evidence).isEmpty();
            }
        }
    }

    /** What was learned is there after a restart if that is declared, and gone otherwise. */
    @Test
    default void restartIsAsDeclared() {
        boolean durable;
        try (Classifier classifier = learning()) {
            durable = classifier.capabilities().contains(ClassifierCapability.DURABLE);
            classifier.learn(ACME, examples(0, "network", "printer"));
        }
        try (Classifier classifier = opened()) {
            assertThat(ask(classifier, ACME, "vpn tunnel drops").isEmpty()).isNotEqualTo(durable);
        }
    }

    private Classifier learning() {
        Classifier classifier = classifier();
        Expect.declared(classifier.capabilities(), ClassifierCapability.LEARNING);
        classifier.open();
        return classifier;
    }

    private Classifier opened() {
        Classifier classifier = classifier();
        classifier.open();
        return classifier;
    }

    private static List<Suggestion> ask(Classifier classifier, TenantId tenant, String words) {
        return classifier.suggest(tenant, text(words), Set.of("category"));
    }

    private static String top(Classifier classifier, TenantId tenant, String words) {
        List<Suggestion> suggestions = ask(classifier, tenant, words);
        assertThat(suggestions).as("suggestions for %s", words).isNotEmpty();
        return suggestions.get(0).value();
    }

    private static TicketText text(String words) {
        return new TicketText(words, "");
    }

    private static List<Example> examples(int from, String network, String printer) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            boolean even = i % 2 == 0;
            TicketText text = new TicketText(
                    even ? "vpn tunnel drops" : "paper jam again",
                    even ? "the wifi and the vpn drop" : "the toner is empty and the paper stuck");
            examples.add(new Example(
                    new TicketId(new UUID(1, from + i)),
                    text,
                    Map.of("category", even ? network : printer, "priority", even ? "HIGH" : "LOW")));
        }
        return examples;
    }
}
