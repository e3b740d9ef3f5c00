package io.tikit.tck.classification;

import static io.tikit.tck.Mutant.mutant;

import io.tikit.api.TenantId;
import io.tikit.spi.classification.Suggestion;
import io.tikit.tck.ContractCatchesFaults;
import io.tikit.tck.Faults;
import io.tikit.tck.Mutant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Each planted fault makes the test fail that is there for it. */
class ClassifierContractCatchesFaultsTest implements ContractCatchesFaults {
    private static final Class<?> ABLE = WordClassifierTest.WithEverything.class;
    private static final Class<?> PLAIN = WordClassifierTest.WithLearningAlone.class;
    private static final Class<?> BARE = WordClassifierTest.WithNothing.class;

    @Override
    public List<Mutant> mutants() {
        return List.of(
                mutant("changes its mind", ABLE, "capabilitiesAreSteady", faults -> {
                    AtomicInteger asked = new AtomicInteger();
                    faults.lie(
                            "Classifier.capabilities",
                            (real, given) -> asked.getAndIncrement() == 0 ? real.with(given) : Set.of());
                }),
                mutant(
                        "pretends to learn",
                        BARE,
                        "learningIsRefusedUnlessDeclared",
                        faults -> faults.lie("Classifier.learn", (r, g) -> null)),
                mutant(
                        "learns nothing",
                        ABLE,
                        "learnedValuesAreSuggested",
                        faults -> faults.lie("Classifier.learn", (r, g) -> null)),
                mutant("least likely first", ABLE, "learnedValuesAreSuggested", gave(suggestions -> {
                    List<Suggestion> reversed = new ArrayList<>(suggestions);
                    Collections.reverse(reversed);
                    return reversed;
                })),
                mutant(
                        "always sure",
                        ABLE,
                        "learnedValuesAreSuggested",
                        gave(suggestions -> suggestions.stream()
                                .map(s -> new Suggestion(s.field(), s.value(), 1, s.evidence(), s.model()))
                                .toList())),
                mutant(
                        "suggests all fields",
                        ABLE,
                        "learnedValuesAreSuggested",
                        faults -> faults.lie(
                                "Classifier.suggest",
                                (real, given) -> real.with(given[0], given[1], Set.of("category", "priority")))),
                mutant("drifts", ABLE, "answersAreSteady", faults -> {
                    AtomicInteger asked = new AtomicInteger(1);
                    gave(suggestions -> suggestions.stream()
                                    .map(s -> new Suggestion(
                                            s.field(),
                                            s.value(),
                                            s.confidence() / asked.getAndIncrement(),
                                            s.evidence(),
                                            s.model()))
                                    .toList())
                            .accept(faults);
                }),
                mutant("keeps first decisions", ABLE, "laterDecisionCounts", faults -> {
                    AtomicInteger batches = new AtomicInteger();
                    faults.lie(
                            "Classifier.learn",
                            (real, given) -> batches.getAndIncrement() == 0 ? real.with(given) : null);
                }),
                mutant("suggests nothing at all", ABLE, "emptyIsNoValue", gave(suggestions -> List.of())),
                mutant("suggests emptiness", ABLE, "emptyIsNoValue", gave(suggestions -> {
                    List<Suggestion> more = new ArrayList<>(suggestions);
                    more.add(new Suggestion("category", "", 0.01, List.of(), "words-1"));
                    return more;
                })),
                mutant(
                        "forgets nothing",
                        ABLE,
                        "forgottenTicketsDoNotShow",
                        faults -> faults.lie("Classifier.forget", (r, g) -> null)),
                mutant(
                        "erases nothing",
                        ABLE,
                        "forgottenTicketsDoNotShow",
                        faults -> faults.lie("Classifier.erase", (r, g) -> null)),
                mutant("mixes tenants", ABLE, "tenantsAreApart", faults -> {
                    faults.lie("Classifier.learn", (real, given) -> real.with(TenantId.of("all"), given[1]));
                    faults.lie(
                            "Classifier.suggest", (real, given) -> real.with(TenantId.of("all"), given[1], given[2]));
                }),
                mutant("invents evidence", ABLE, "evidenceIsFromTheText", evidence(List.of("experience"))),
                mutant("gives no evidence", ABLE, "evidenceIsFromTheText", evidence(List.of())),
                mutant("gives undeclared evidence", PLAIN, "evidenceIsFromTheText", evidence(List.of("vpn"))),
                mutant(
                        "forgets at the restart",
                        ABLE,
                        "restartIsAsDeclared",
                        faults -> faults.lie("Classifier.learn", (real, given) -> null)));
    }

    private static Consumer<Faults> evidence(List<String> words) {
        return gave(suggestions -> suggestions.stream()
                .map(s -> new Suggestion(s.field(), s.value(), s.confidence(), words, s.model()))
                .toList());
    }

    @SuppressWarnings("unchecked")
    private static Consumer<Faults> gave(UnaryOperator<List<Suggestion>> change) {
        return faults -> faults.lie(
                "Classifier.suggest",
                (real, given) -> change.apply((List<Suggestion>) Objects.requireNonNull(real.with(given))));
    }
}
