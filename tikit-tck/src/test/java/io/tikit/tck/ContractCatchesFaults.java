package io.tikit.tck;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A test of a contract: each planted fault makes the test of the contract fail that is there for it. */
public interface ContractCatchesFaults {
    /** The faults. */
    List<Mutant> mutants();

    /** Tests for which there is no fault, each with a reason beside it. */
    default Set<String> withoutFault() {
        return Set.of();
    }

    @TestFactory
    default Stream<DynamicTest> faultIsCaught() {
        return mutants().stream()
                .map(mutant ->
                        dynamicTest(mutant.name() + " (" + mutant.caughtBy() + ")", () -> Planted.isCaught(mutant)));
    }

    /** What notices a fault notices nothing in a sound part. */
    @TestFactory
    default Stream<DynamicTest> soundPartPasses() {
        Map<Class<?>, Set<String>> used = mutants().stream()
                .collect(groupingBy(Mutant::subject, mapping(Mutant::caughtBy, toCollection(TreeSet::new))));
        return used.entrySet().stream()
                .map(one -> dynamicTest(one.getKey().getSimpleName(), () -> {
                    ContractRun run = ContractRun.of(one.getKey());
                    assertThat(run.failed()).isEmpty();
                    assertThat(run.passed()).containsAll(one.getValue());
                }));
    }

    /** No test of the contract is there for nothing. */
    @Test
    default void everyTestNoticesAFault() {
        Set<String> idle = new TreeSet<>();
        mutants().stream().map(Mutant::subject).distinct().forEach(subject -> idle.addAll(ContractRun.tests(subject)));
        mutants().forEach(mutant -> idle.remove(mutant.caughtBy()));
        assertThat(idle).isEqualTo(new TreeSet<>(withoutFault()));
    }
}
