package io.tikit.quartz;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.quartz.DateBuilder;
import org.quartz.DateBuilder.IntervalUnit;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.SchedulerContext;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scheduler of one engine. What is wished for lives here; Quartz holds jobs that name a wish and the token drawn for
 * it, so a job whose wish was replaced or taken back finds nothing to run.
 */
final class QuartzWakes implements Scheduler {
    private static final Logger LOG = LoggerFactory.getLogger(QuartzWakes.class);
    /** Quartz fires up to so many milliseconds before the time. */
    private static final long EARLY = 2;

    private record Wish(String token, Runnable action) {}

    /** Where jobs go: a scheduler, and what tells this engine's jobs from all others in it. */
    private record Place(org.quartz.Scheduler quartz, String group, Optional<OwnQuartz> own) {}

    private final Optional<org.quartz.Scheduler> host;
    private final InstantSource clock;
    private final Map<String, Wish> wishes = new ConcurrentHashMap<>();
    private final AtomicLong tokens = new AtomicLong();
    private volatile @Nullable Place place;

    QuartzWakes(Optional<org.quartz.Scheduler> host, InstantSource clock) {
        this.host = host;
        this.clock = clock;
    }

    @Override
    public synchronized void open() {
        try {
            if (host.isPresent()) {
                org.quartz.Scheduler quartz = host.get();
                if (quartz.isShutdown()) {
                    throw unavailable("the host's Quartz scheduler is shut down; start it before the engine", null);
                }
                place = new Place(quartz, enter(quartz), Optional.empty());
            } else {
                OwnQuartz own = OwnQuartz.start("tikit-quartz-" + Integer.toHexString(System.identityHashCode(this)));
                place = new Place(own.scheduler(), enter(own.scheduler()), Optional.of(own));
            }
        } catch (SchedulerException e) {
            throw unavailable("Quartz did not start", e);
        }
    }

    /** Takes a group that no other engine on the same scheduler or on another node of it has. */
    private String enter(org.quartz.Scheduler quartz) throws SchedulerException {
        SchedulerContext context = quartz.getContext();
        synchronized (context) {
            int n = 1;
            String group = group(quartz, n);
            while (context.containsKey(group)) {
                group = group(quartz, ++n);
            }
            context.put(group, this);
            return group;
        }
    }

    private static String group(org.quartz.Scheduler quartz, int n) throws SchedulerException {
        return "tikit-" + quartz.getSchedulerInstanceId() + "-" + n;
    }

    @Override
    public void wake(String name, Instant at, Runnable action) {
        Place to = place;
        if (to == null) {
            throw unavailable("the scheduler is closed", null);
        }
        Wish wish = new Wish(Long.toString(tokens.incrementAndGet()), action);
        Wish before = wishes.put(name, wish);
        try {
            if (before != null) {
                to.quartz().deleteJob(key(to, name, before));
            }
            JobDetail job = JobBuilder.newJob(WakeJob.class)
                    .withIdentity(key(to, name, wish))
                    .usingJobData(WakeJob.WAKES, to.group())
                    .usingJobData(WakeJob.NAME, name)
                    .usingJobData(WakeJob.TOKEN, wish.token())
                    .build();
            to.quartz().scheduleJob(job, trigger(at));
        } catch (SchedulerException e) {
            wishes.remove(name, wish);
            throw unavailable("Quartz did not take the wish " + name, e);
        }
    }

    private Trigger trigger(Instant at) {
        TriggerBuilder<Trigger> trigger = TriggerBuilder.newTrigger();
        Duration delay = Duration.between(clock.instant(), at);
        if (delay.isNegative() || delay.isZero()) {
            trigger.startNow();
        } else {
            trigger.startAt(inThat(delay));
        }
        return trigger.withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
    }

    /** When that is, by the time of the machine, as far as Quartz can count. */
    private static Date inThat(Duration delay) {
        if (delay.toSeconds() < Integer.MAX_VALUE / 1000 - 1) {
            // What is left of a millisecond must not make it early.
            long milliseconds = delay.plusNanos(999_999).toMillis() + EARLY;
            return DateBuilder.futureDate((int) milliseconds, IntervalUnit.MILLISECOND);
        }
        long seconds = Math.min(delay.toSeconds() + 1, Integer.MAX_VALUE);
        return DateBuilder.futureDate((int) seconds, IntervalUnit.SECOND);
    }

    private static JobKey key(Place place, String name, Wish wish) {
        return new JobKey(name + "#" + wish.token(), place.group());
    }

    /** Runs a wish, if it still stands. */
    void fire(String name, String token) {
        Wish wish = wishes.get(name);
        if (wish == null || !wish.token().equals(token) || !wishes.remove(name, wish)) {
            return;
        }
        try {
            wish.action().run();
        } catch (RuntimeException e) {
            LOG.error("The action of wish {} failed; what it was to wake will be found by polling", name, e);
        }
    }

    @Override
    public boolean cancel(String name) {
        Wish wish = wishes.remove(name);
        Place from = place;
        if (wish == null || from == null) {
            return false;
        }
        try {
            from.quartz().deleteJob(key(from, name, wish));
        } catch (SchedulerException e) {
            LOG.debug("The job of wish {} could not be deleted; it will find nothing to run", name, e);
        }
        return true;
    }

    @Override
    public Optional<Instant> next(String cron, ZoneId zone, Instant after) {
        return CronTimes.next(cron, zone, after);
    }

    @Override
    public synchronized void close() {
        Place left = place;
        place = null;
        wishes.clear();
        if (left == null) {
            return;
        }
        try {
            SchedulerContext context = left.quartz().getContext();
            synchronized (context) {
                context.remove(left.group());
            }
            if (left.own().isPresent()) {
                left.own().get().end();
            } else if (!left.quartz().isShutdown()) {
                left.quartz()
                        .deleteJobs(
                                new ArrayList<>(left.quartz().getJobKeys(GroupMatcher.jobGroupEquals(left.group()))));
            }
        } catch (SchedulerException e) {
            LOG.warn("The scheduler was left with jobs in group {}; they will find nothing to run", left.group(), e);
        }
    }

    private static UnavailableException unavailable(String what, @Nullable SchedulerException cause) {
        return new UnavailableException(ErrorCode.SCHEDULER_UNAVAILABLE, what, cause);
    }
}
