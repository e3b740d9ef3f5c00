package io.tikit.quartz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.scheduler.Scheduler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.impl.SchedulerRepository;

/** Wishes on a scheduler of our own. */
class QuartzWakesTest {
    private static final long SECONDS = 30;

    private final InstantSource clock = InstantSource.system();
    private final QuartzWakes wakes = new QuartzWakes(Optional.empty(), clock);
    private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() {
        wakes.open();
    }

    @AfterEach
    void close() {
        wakes.close();
    }

    private String next() throws InterruptedException {
        return Optional.ofNullable(ran.poll(SECONDS, TimeUnit.SECONDS)).orElse("nothing ran");
    }

    @Test
    void whatIsPastRunsAtOnce() throws InterruptedException {
        wakes.wake("a", Instant.MIN, () -> ran.add("a"));
        assertThat(next()).isEqualTo("a");
        wakes.wake("b", clock.instant().minusSeconds(3600), () -> ran.add("b"));
        assertThat(next()).isEqualTo("b");
    }

    @Test
    void nothingRunsBeforeItsTime() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            Instant at = clock.instant().plusMillis(15);
            AtomicReference<Instant> when = new AtomicReference<>();
            wakes.wake("a", at, () -> {
                when.set(clock.instant());
                ran.add("a");
            });
            assertThat(next()).isEqualTo("a");
            assertThat(when.get()).isAfterOrEqualTo(at);
        }
    }

    @Test
    void theEnginesClockDecidesHowLong() throws InterruptedException {
        Instant then = Instant.parse("1999-12-31T23:59:59Z");
        try (Scheduler old = new QuartzWakes(Optional.empty(), () -> then)) {
            old.open();
            old.wake("far", then.plusSeconds(3600), () -> ran.add("far"));
            old.wake("near", then.plusMillis(20), () -> ran.add("near"));
            assertThat(next()).isEqualTo("near");
            assertThat(old.cancel("far")).isTrue();
        }
    }

    @Test
    void theEndOfTimeCanBeWishedFor() throws InterruptedException {
        for (Instant at : List.of(
                Instant.MAX,
                clock.instant().plusSeconds(Integer.MAX_VALUE / 1000 - 1),
                clock.instant().plusSeconds(Integer.MAX_VALUE))) {
            wakes.wake("end", at, () -> ran.add("end"));
        }
        wakes.wake("now", clock.instant(), () -> ran.add("now"));
        assertThat(next()).isEqualTo("now");
        assertThat(wakes.cancel("end")).isTrue();
        assertThat(ran).isEmpty();
    }

    @Test
    void theSameNameReplaces() throws InterruptedException {
        wakes.wake("a", clock.instant().plusMillis(50), () -> ran.add("first"));
        wakes.wake("a", clock.instant().plusMillis(60), () -> ran.add("second"));
        assertThat(next()).isEqualTo("second");
        wakes.wake("after", clock.instant().plusMillis(30), () -> ran.add("after"));
        assertThat(next()).isEqualTo("after");
        assertThat(ran).isEmpty();
    }

    @Test
    void anActionMayWishAgainUnderItsOwnName() throws InterruptedException {
        wakes.wake("a", clock.instant(), () -> {
            ran.add("once");
            wakes.wake("a", clock.instant(), () -> ran.add("twice"));
        });
        assertThat(next()).isEqualTo("once");
        assertThat(next()).isEqualTo("twice");
        assertThat(wakes.cancel("a")).isFalse();
    }

    @Test
    void cancellingTellsWhetherThereWasOne() throws InterruptedException {
        assertThat(wakes.cancel("a")).isFalse();
        wakes.wake("a", clock.instant().plusSeconds(3600), () -> ran.add("a"));
        assertThat(wakes.cancel("a")).isTrue();
        assertThat(wakes.cancel("a")).isFalse();
        wakes.wake("b", clock.instant(), () -> ran.add("b"));
        assertThat(next()).isEqualTo("b");
        assertThat(wakes.cancel("b")).isFalse();
    }

    @Test
    void anActionThatThrowsHarmsNobody() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            wakes.wake("bad" + i, clock.instant(), () -> {
                ran.add("bad");
                throw new IllegalStateException("on purpose");
            });
            assertThat(next()).isEqualTo("bad");
        }
        wakes.wake("good", clock.instant(), () -> ran.add("good"));
        assertThat(next()).isEqualTo("good");
    }

    @Test
    void manyAtOnceAllRun() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(500);
        Instant at = clock.instant().plusMillis(20);
        for (int i = 0; i < 500; i++) {
            wakes.wake("w" + i, at, all::countDown);
        }
        assertThat(all.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void twoEnginesDoNotKnowOfEachOther() throws InterruptedException {
        try (Scheduler other = new QuartzWakes(Optional.empty(), clock)) {
            other.open();
            wakes.wake("a", clock.instant().plusSeconds(3600), () -> ran.add("mine"));
            other.wake("a", clock.instant().plusMillis(10), () -> ran.add("theirs"));
            assertThat(next()).isEqualTo("theirs");
            assertThat(other.cancel("a")).isFalse();
        }
        assertThat(wakes.cancel("a")).isTrue();
        assertThat(SchedulerRepository.getInstance().lookupAll()).isEmpty();
    }

    @Test
    void closingForgetsAndEndsAllThreads() throws InterruptedException {
        AtomicReference<Thread> worker = new AtomicReference<>();
        wakes.wake("a", clock.instant(), () -> {
            worker.set(Thread.currentThread());
            ran.add("a");
        });
        assertThat(next()).isEqualTo("a");
        String prefix = worker.get().getName().replaceFirst("-\\d+$", "");
        wakes.wake("b", clock.instant().plusMillis(200), () -> ran.add("b"));
        wakes.close();
        wakes.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.isAlive() && thread.getName().startsWith(prefix));
        assertThat(ran).isEmpty();
        assertThat(wakes.cancel("b")).isFalse();
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> wakes.wake("c", clock.instant(), () -> ran.add("c")))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SCHEDULER_UNAVAILABLE));
    }

    @Test
    void anActionMayCloseTheScheduler() throws InterruptedException {
        wakes.wake("a", clock.instant(), () -> {
            wakes.close();
            ran.add("closed");
        });
        assertThat(next()).isEqualTo("closed");
    }

    @Test
    void threadsAreDaemons() throws InterruptedException {
        wakes.wake(
                "a",
                clock.instant(),
                () -> ran.add(Boolean.toString(Thread.currentThread().isDaemon())));
        assertThat(next()).isEqualTo("true");
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("tikit-quartz-"))
                .allMatch(Thread::isDaemon);
    }
}
