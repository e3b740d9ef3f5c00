package io.tikit.quartz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;

/** Wishes on a scheduler that belongs to the host, made as hosts make theirs. */
class HostSchedulerTest {
    private final InstantSource clock = InstantSource.system();
    private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();
    private Scheduler host;

    @BeforeEach
    void start() throws SchedulerException {
        DirectSchedulerFactory factory = DirectSchedulerFactory.getInstance();
        String name = "host-" + System.nanoTime();
        factory.createScheduler(name, name, new SimpleThreadPool(2, Thread.NORM_PRIORITY), new RAMJobStore());
        host = factory.getScheduler(name);
        host.start();
    }

    @AfterEach
    void stop() throws SchedulerException {
        host.shutdown(true);
    }

    private QuartzWakes wakes() {
        QuartzWakes wakes = new QuartzWakes(Optional.of(host), clock);
        wakes.open();
        return wakes;
    }

    private String next() throws InterruptedException {
        return Optional.ofNullable(ran.poll(30, TimeUnit.SECONDS)).orElse("nothing ran");
    }

    @Test
    void wishesRunOnTheHostsThreads() throws InterruptedException, SchedulerException {
        try (QuartzWakes wakes = wakes()) {
            wakes.wake(
                    "a", clock.instant(), () -> ran.add(Thread.currentThread().getName()));
            assertThat(next()).startsWith(host.getSchedulerName());
        }
    }

    @Test
    void closingLeavesTheHostAsItWas() throws SchedulerException {
        JobKey own = new JobKey("a", "host");
        host.addJob(
                JobBuilder.newJob(WakeJob.class)
                        .withIdentity(own)
                        .storeDurably()
                        .build(),
                false);
        QuartzWakes one = wakes();
        QuartzWakes two = wakes();
        one.wake("a", clock.instant().plusSeconds(3600), () -> ran.add("one"));
        two.wake("a", clock.instant().plusSeconds(3600), () -> ran.add("two"));
        assertThat(host.getJobKeys(GroupMatcher.jobGroupStartsWith("tikit-"))).hasSize(2);
        one.close();
        assertThat(host.getJobKeys(GroupMatcher.jobGroupStartsWith("tikit-"))).hasSize(1);
        assertThat(two.cancel("a")).isTrue();
        two.close();
        assertThat(host.getJobKeys(GroupMatcher.anyGroup())).containsExactly(own);
        assertThat(host.getContext()).isEmpty();
        assertThat(host.isStarted()).isTrue();
        assertThat(host.isShutdown()).isFalse();
    }

    @Test
    void jobsOfAnEngineThatIsGoneAreIgnored() throws SchedulerException, InterruptedException {
        JobDetail stale = JobBuilder.newJob(WakeJob.class)
                .usingJobData(WakeJob.WAKES, "tikit-gone-1")
                .usingJobData(WakeJob.NAME, "a")
                .usingJobData(WakeJob.TOKEN, "1")
                .build();
        host.scheduleJob(stale, TriggerBuilder.newTrigger().startNow().build());
        try (QuartzWakes wakes = wakes()) {
            wakes.wake("b", clock.instant().plusMillis(20), () -> ran.add("b"));
            assertThat(next()).isEqualTo("b");
        }
    }

    @Test
    void aHostThatIsShutDownIsRefused() throws SchedulerException {
        QuartzWakes open = wakes();
        host.shutdown(true);
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(this::wakes)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SCHEDULER_UNAVAILABLE));
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> open.wake("a", clock.instant(), () -> ran.add("a")));
        assertThat(open.cancel("a")).isFalse();
        open.close();
    }
}
