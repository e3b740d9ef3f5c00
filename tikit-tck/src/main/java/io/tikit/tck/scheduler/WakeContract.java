package io.tikit.tck.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.spi.scheduler.Scheduler;
import io.tikit.tck.Expect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Waking at given instants.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface WakeContract extends SchedulerFixture {
    /** A wish runs once, not before its instant and soon after it. */
    @Test
    default void wishRunsOnceAtItsInstant() {
        try (Scheduler scheduler = opened()) {
            AtomicInteger runs = new AtomicInteger();
            AtomicReference<Instant> ran = new AtomicReference<>(Instant.MIN);
            Instant at = clock().instant().plusMillis(150);
            scheduler.wake("once", at, () -> {
                ran.set(clock().instant());
                runs.incrementAndGet();
            });
            await("the wish runs", () -> runs.get() > 0);
            assertThat(ran.get()).isAfterOrEqualTo(at);
            assertThat(within(Duration.ofMillis(300), () -> runs.get() > 1))
                    .as("it ran again")
                    .isFalse();
            assertThat(scheduler.cancel("once")).isFalse();
        }
    }

    /** A wish for an instant that has passed runs at once. */
    @Test
    default void pastWishRunsAtOnce() {
        try (Scheduler scheduler = opened()) {
            AtomicInteger runs = new AtomicInteger();
            scheduler.wake("past", clock().instant().minus(Duration.ofDays(400)), runs::incrementAndGet);
            scheduler.wake("present", clock().instant(), runs::incrementAndGet);
            scheduler.wake("epoch", Instant.EPOCH, runs::incrementAndGet);
            await("all run", () -> runs.get() == 3);
        }
    }

    /** A second wish of a name replaces the first one, whichever is earlier. */
    @Test
    default void secondWishReplacesTheFirst() {
        try (Scheduler scheduler = opened()) {
            AtomicInteger first = new AtomicInteger();
            AtomicInteger second = new AtomicInteger();
            Instant now = clock().instant();
            scheduler.wake("earlier", now.plus(Duration.ofDays(1)), first::incrementAndGet);
            scheduler.wake("earlier", now.plusMillis(50), second::incrementAndGet);
            scheduler.wake("later", now.plusMillis(250), first::incrementAndGet);
            scheduler.wake("later", now.plus(Duration.ofDays(1)), first::incrementAndGet);
            await("the earlier one runs", () -> second.get() == 1);
            assertThat(within(Duration.ofMillis(500), () -> first.get() > 0))
                    .as("a replaced wish ran")
                    .isFalse();
            assertThat(scheduler.cancel("later")).isTrue();
        }
    }

    /** A wish that was taken back does not run. */
    @Test
    default void cancelledWishDoesNotRun() {
        try (Scheduler scheduler = opened()) {
            AtomicInteger runs = new AtomicInteger();
            scheduler.wake("cancelled", clock().instant().plusMillis(200), runs::incrementAndGet);
            assertThat(scheduler.cancel("cancelled")).isTrue();
            assertThat(scheduler.cancel("cancelled")).isFalse();
            assertThat(scheduler.cancel("never asked")).isFalse();
            assertThat(within(Duration.ofMillis(400), () -> runs.get() > 0)).isFalse();
        }
    }

    /** Of many wishes each one runs. */
    @Test
    default void manyWishesAllRun() {
        try (Scheduler scheduler = opened()) {
            List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
            Instant now = clock().instant();
            List<Integer> numbers =
                    new ArrayList<>(IntStream.range(0, 200).boxed().toList());
            Collections.shuffle(numbers, new java.util.Random(7));
            for (int number : numbers) {
                scheduler.wake("wish " + number, now.plusMillis(number), () -> ran.add(number));
            }
            await("all run", () -> ran.size() >= 200);
            assertThat(ran).containsExactlyInAnyOrderElementsOf(numbers);
        }
    }

    /** An action may ask for the next run of its own name. */
    @Test
    default void actionMayAskAgain() {
        try (Scheduler scheduler = opened()) {
            AtomicInteger runs = new AtomicInteger();
            askAgain(scheduler, runs);
            await("five runs", () -> runs.get() == 5);
        }
    }

    /** Two schedulers of one JVM do not know of each other. */
    @Test
    default void schedulersAreApart() {
        try (Scheduler one = opened()) {
            AtomicInteger runs = new AtomicInteger();
            Instant at = clock().instant().plusMillis(100);
            one.wake("same", at, runs::incrementAndGet);
            try (Scheduler two = opened()) {
                two.wake("same", at, runs::incrementAndGet);
                assertThat(two.cancel("same")).isTrue();
            }
            await("the wish of the first runs", () -> runs.get() == 1);
        }
    }

    /** After the close nothing runs any more, and no thread is left. */
    @Test
    default void closeForgetsAllWishes() {
        Scheduler scheduler = opened();
        AtomicInteger runs = new AtomicInteger();
        scheduler.wake("closed", clock().instant().plusMillis(150), runs::incrementAndGet);
        scheduler.close();
        scheduler.close();
        assertThat(within(Duration.ofMillis(400), () -> runs.get() > 0)).isFalse();
    }

    /** A scheduler that can wake nobody takes no wishes, rather than to lose them. */
    @Test
    default void lostSchedulerTakesNoWishes() {
        Optional<Scheduler> lost = lost();
        Assumptions.assumeTrue(lost.isPresent(), "the scheduler works with nothing outside of itself");
        try (Scheduler scheduler = lost.orElseThrow()) {
            Expect.failure(ErrorCode.SCHEDULER_UNAVAILABLE, () -> scheduler.wake("lost", clock().instant(), () -> {}));
        }
    }

    private void askAgain(Scheduler scheduler, AtomicInteger runs) {
        scheduler.wake("again", clock().instant().plusMillis(5), () -> {
            if (runs.incrementAndGet() < 5) {
                askAgain(scheduler, runs);
            }
        });
    }

    private Scheduler opened() {
        Scheduler scheduler = scheduler();
        scheduler.open();
        return scheduler;
    }

    private void await(String what, BooleanSupplier condition) {
        assertThat(within(Duration.ofSeconds(20), condition)).as(what).isTrue();
    }

    private boolean within(Duration length, BooleanSupplier condition) {
        Duration step = Duration.ofMillis(5);
        Instant end = clock().instant().plus(length);
        while (!condition.getAsBoolean()) {
            if (clock().instant().isAfter(end)) {
                return false;
            }
            pass(step);
        }
        return true;
    }
}
