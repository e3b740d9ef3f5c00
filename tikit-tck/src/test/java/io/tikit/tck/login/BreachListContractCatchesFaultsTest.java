package io.tikit.tck.login;

import static io.tikit.tck.Mutant.mutant;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.tck.ContractCatchesFaults;
import io.tikit.tck.Mutant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Each planted fault makes the test fail that is there for it. */
class BreachListContractCatchesFaultsTest implements ContractCatchesFaults {
    private static final Class<?> SOUND = InMemoryBreachListTest.class;
    private static final String CONTAINS = "BreachedPasswordList.contains";

    @Override
    public List<Mutant> mutants() {
        return List.of(
                mutant(
                        "finds nothing",
                        SOUND,
                        "knownOnesAreFound",
                        faults -> faults.lie(CONTAINS, (real, given) -> false)),
                mutant(
                        "looks at the beginning only",
                        SOUND,
                        "othersAreNotFound",
                        faults -> faults.lie(
                                CONTAINS,
                                (real, given) -> String.valueOf(given[0]).startsWith("ABCDE")
                                        ? (Object) true
                                        : real.with(given))),
                mutant(
                        "finds all",
                        SOUND,
                        "emptyListHasNothing",
                        faults -> faults.lie(CONTAINS, (real, given) -> true)),
                mutant("mixes up who asks", SOUND, "severalAskAtOnce", faults -> {
                    AtomicReference<Object> asked = new AtomicReference<>("");
                    faults.lie(CONTAINS, (real, given) -> {
                        Object before = asked.getAndSet(given[0]);
                        return real.with(before);
                    });
                }),
                mutant(
                        "guesses",
                        SOUND,
                        "brokenListSaysSo",
                        faults -> faults.lie(CONTAINS, (real, given) -> {
                            try {
                                return real.with(given);
                            } catch (UnavailableException e) {
                                return false;
                            }
                        })),
                mutant(
                        "tells what it was asked",
                        SOUND,
                        "brokenListSaysSo",
                        faults -> faults.lie(CONTAINS, (real, given) -> {
                            try {
                                return real.with(given);
                            } catch (UnavailableException e) {
                                throw new UnavailableException(
                                        ErrorCode.PART_UNAVAILABLE, "no answer for " + given[0], e);
                            }
                        })));
    }
}
