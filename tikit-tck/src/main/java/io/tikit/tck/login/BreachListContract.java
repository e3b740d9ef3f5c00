package io.tikit.tck.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.spi.login.BreachedPasswordList;
import io.tikit.tck.Expect;
import io.tikit.tck.Together;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * All that a list of breached passwords must keep. A test class implements this and gives the fixture, see
 * {@link BreachListFixture}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface BreachListContract extends BreachListFixture {
    /** Every hash of the list is found, the first and the last one as well. */
    @Test
    default void knownOnesAreFound() {
        Set<String> hashes = hashes();
        try (BreachedPasswordList list = opened(hashes)) {
            assertThat(hashes).allMatch(list::contains);
        }
    }

    /** No other one is found, however much it is like one of them. */
    @Test
    default void othersAreNotFound() {
        Set<String> hashes = hashes();
        try (BreachedPasswordList list = opened(hashes)) {
            for (String hash : hashes) {
                assertThat(List.of(
                                hash.substring(0, 39) + (hash.endsWith("0") ? "1" : "0"),
                                hash.substring(0, 5) + "0".repeat(34) + "7",
                                (hash.startsWith("A") ? "B" : "A") + hash.substring(1)))
                        .filteredOn(other -> !hashes.contains(other))
                        .noneMatch(list::contains);
            }
            assertThat(list.contains("0".repeat(40))).isFalse();
            assertThat(list.contains("F".repeat(40))).isFalse();
        }
    }

    /** An empty list has nothing. */
    @Test
    default void emptyListHasNothing() {
        try (BreachedPasswordList list = opened(Set.of())) {
            assertThat(list.contains("0".repeat(40))).isFalse();
        }
    }

    /** Several may ask at once. */
    @Test
    default void severalAskAtOnce() {
        List<String> hashes = List.copyOf(hashes());
        try (BreachedPasswordList list = opened(Set.copyOf(hashes))) {
            List<Callable<Boolean>> tasks = IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(i -> () -> hashes.stream()
                            .skip(i)
                            .allMatch(hash -> list.contains(hash)
                                    && !list.contains("7" + hash.substring(1, 39) + (hash.endsWith("0") ? "1" : "0"))))
                    .toList();
            assertThat(Together.all(tasks)).containsOnly(true);
        }
    }

    /** A list that cannot be asked says so, without telling what it was asked; it does not guess. */
    @Test
    default void brokenListSaysSo() {
        Set<String> hashes = hashes();
        String known = hashes.iterator().next();
        try (BreachedPasswordList list = opened(hashes)) {
            breakOutside(true);
            for (String hash : List.of(known, "0".repeat(40))) {
                Expect.discreetFailure(
                        ErrorCode.PART_UNAVAILABLE, List.of(hash.substring(5)), () -> list.contains(hash));
            }
            breakOutside(false);
            assertThat(list.contains(known)).isTrue();
        }
    }

    private BreachedPasswordList opened(Set<String> hashes) {
        BreachedPasswordList list = list(hashes);
        list.open();
        return list;
    }

    /** Some that lie far apart, and some that share their beginning. */
    private static Set<String> hashes() {
        return IntStream.range(0, 60)
                .mapToObj(i -> i % 3 == 0
                        ? String.format(Locale.ROOT, "ABCDE%035X", i * 7919)
                        : String.format(Locale.ROOT, "%08X%032X", i * 71_000_011, i * 104_729L))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
