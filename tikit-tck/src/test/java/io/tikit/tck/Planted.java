package io.tikit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;

/**
 * Runs contracts on spoilt parts. A subject, the contract on a sound part, gives each of its parts through
 * {@link #into(Class, Object)}; while a fault is planted those parts are spoilt.
 */
public final class Planted {
    private static final ThreadLocal<UnaryOperator<Object>> SPOIL = new ThreadLocal<>();

    private Planted() {}

    /** Runs the test that is there for a fault and expects that it fails. */
    static void isCaught(Mutant mutant) {
        SPOIL.set(mutant.spoil());
        try {
            assertThat(ContractRun.of(mutant.subject(), mutant.caughtBy()).failed())
                    .as("what noticed the fault")
                    .containsExactly(mutant.caughtBy());
        } finally {
            SPOIL.remove();
        }
    }

    /** The part as it is, or spoilt while this thread has a fault planted. */
    public static <T> T into(Class<T> type, T part) {
        UnaryOperator<Object> spoil = SPOIL.get();
        if (spoil == null) {
            return part;
        }
        Object spoilt = spoil.apply(part);
        return spoilt instanceof Lying lying ? lying.faults().wrap(type, part) : type.cast(spoilt);
    }

    /** A part whose answers go through faults. */
    record Lying(Faults faults, Object part) {}
}
