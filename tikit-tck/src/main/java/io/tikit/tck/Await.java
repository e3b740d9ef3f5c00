package io.tikit.tck;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for what other threads or a database do, by asking again and again with a deadline.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class Await {
    /** How long to wait when nothing else is said: far longer than any sound implementation needs. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long PAUSE_NANOS = 2_000_000;

    private Await() {}

    /**
     * Waits until something is true.
     *
     * @param what names it in the failure
     * @param condition asked again and again
     * @throws AssertionError if it is not true in time
     */
    public static void until(String what, BooleanSupplier condition) {
        if (!within(PATIENCE, condition)) {
            throw new AssertionError("waited " + PATIENCE.toSeconds() + " s in vain until " + what);
        }
    }

    /**
     * Waits for a value.
     *
     * @param what names it in the failure
     * @param source asked again and again until it gives a value
     * @param <T> the type of the value
     * @return the value
     * @throws AssertionError if there is none in time
     */
    public static <T> T value(String what, Supplier<Optional<T>> source) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> value = source.get();
        while (value.isEmpty() && System.nanoTime() - end < 0) {
            pause();
            value = source.get();
        }
        return value.orElseThrow(() -> new AssertionError("waited " + PATIENCE.toSeconds() + " s in vain for " + what));
    }

    /**
     * Watches for a while whether something becomes true.
     *
     * @param length for how long
     * @param condition asked again and again
     * @return whether it became true within that time
     */
    public static boolean within(Duration length, BooleanSupplier condition) {
        long end = System.nanoTime() + length.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** Whoever interrupts the thread, such as a time limit of the test, does not wait for the end. */
    private static void pause() {
        LockSupport.parkNanos(PAUSE_NANOS);
        if (Thread.currentThread().isInterrupted()) {
            throw new AssertionError("interrupted while waiting");
        }
    }
}
