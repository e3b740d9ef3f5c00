package io.tikit.tck;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A fault in the parts of a subject, and the test that is there for it.
 *
 * @param name what is wrong
 * @param subject the contract on a sound part, which gives its parts through {@link Planted#into}
 * @param caughtBy the test of the contract that is to fail
 * @param spoil makes a spoilt part out of a sound one
 */
public record Mutant(String name, Class<?> subject, String caughtBy, UnaryOperator<Object> spoil) {
    /** A part that lies. */
    public static Mutant mutant(String name, Class<?> subject, String caughtBy, Consumer<Faults> plant) {
        return new Mutant(name, subject, caughtBy, part -> {
            Faults faults = new Faults();
            plant.accept(faults);
            return new Planted.Lying(faults, part);
        });
    }

    /** Another part in the place of the sound one. */
    public static <T> Mutant instead(
            String name, Class<?> subject, String caughtBy, Class<T> sound, Function<T, ?> faulty) {
        return new Mutant(name, subject, caughtBy, part -> faulty.apply(sound.cast(part)));
    }
}
