package io.tikit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;

/**
 * Runs contracts on parts that lie. A subject, the contract on a sound part, wraps each of its parts by
 * {@link #into(Class, Object)}; while a fault is planted those parts lie.
 */
public final class Planted {
    private static final ThreadLocal<Consumer<Faults>> FAULT = new ThreadLocal<>();

    private Planted() {}

    /** Runs one test of a contract with a fault and expects that it fails, and that it passes without the fault. */
    public static void isCaught(Consumer<Faults> fault, Class<?> subject, String test) {
        FAULT.set(fault);
        try {
            assertThat(ContractRun.of(subject, test).failed())
                    .as("what noticed the fault")
                    .containsExactly(test);
        } finally {
            FAULT.remove();
        }
    }

    /** Runs a whole contract without a fault. */
    public static void passesWithout(Class<?> subject, int tests) {
        ContractRun run = ContractRun.of(subject);
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).hasSizeGreaterThanOrEqualTo(tests);
    }

    /** Plants the fault of this thread, if there is one, into a part. */
    public static <T> T into(Class<T> type, T part) {
        Consumer<Faults> fault = FAULT.get();
        if (fault == null) {
            return part;
        }
        Faults faults = new Faults();
        fault.accept(faults);
        return faults.wrap(type, part);
    }
}
