package io.tikit.tck;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.scheduler.Scheduler;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A scheduler whose time is a {@link ManualClock}: what is due runs when the test moves the clock, on the thread that moves
 * it. What is asked for an instant that has passed runs with the next move, which may be of no length. Cron expressions
 * are understood. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class ManualScheduler implements Scheduler {
    private final ManualClock clock;
    private final Map<String, Wish> wishes = new HashMap<>();
    private long asked;
    private boolean open;
    private boolean broken;

    /**
     * Makes a scheduler.
     *
     * @param clock what moves it
     */
    public ManualScheduler(ManualClock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public synchronized void open() {
        open = true;
        clock.attach(this);
    }

    /**
     * Makes it take no wishes, or take them again.
     *
     * @param now whether {@link #wake} fails from now on
     */
    public synchronized void breakOff(boolean now) {
        broken = now;
    }

    /** Keeps the wish; after {@link #close} it is forgotten at once. */
    @Override
    public synchronized void wake(String name, Instant at, Runnable action) {
        if (broken) {
            throw new UnavailableException(ErrorCode.SCHEDULER_UNAVAILABLE, "the scheduler takes no wishes", null);
        }
        if (open) {
            asked++;
            wishes.put(name, new Wish(name, at, asked, action));
        }
    }

    @Override
    public synchronized boolean cancel(String name) {
        return wishes.remove(name) != null;
    }

    @Override
    public Optional<Instant> next(String cron, ZoneId zone, Instant after) {
        return CronTimes.parse(cron).next(zone, after);
    }

    @Override
    public synchronized void close() {
        open = false;
        wishes.clear();
        clock.detach(this);
    }

    /**
     * What was asked for and has not run, the earliest first.
     *
     * @return the names
     */
    public synchronized List<String> waiting() {
        return wishes.values().stream().sorted(Wish.ORDER).map(Wish::name).toList();
    }

    /**
     * When the next of them is due.
     *
     * @return the instant, or empty when nothing waits
     */
    public synchronized Optional<Instant> nextDue() {
        return wishes.values().stream().min(Wish.ORDER).map(Wish::at);
    }

    /** Runs the earliest wish unless it is later than the end. Outside of the lock, since it may ask for more. */
    void runOne(Instant end) {
        Optional<Wish> due;
        synchronized (this) {
            due = wishes.values().stream().min(Wish.ORDER).filter(wish -> !wish.at.isAfter(end));
            due.ifPresent(wish -> wishes.remove(wish.name));
        }
        due.ifPresent(wish -> wish.action.run());
    }

    private record Wish(String name, Instant at, long asked, Runnable action) {
        static final Comparator<Wish> ORDER = Comparator.comparing(Wish::at).thenComparingLong(Wish::asked);
    }
}
