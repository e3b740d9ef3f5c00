package io.tikit.jpa.timer;

import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.timer.Timer;
import io.tikit.api.timer.TimerCause;
import io.tikit.jpa.outbox.Waiting;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Row;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.TimerQueue.Claim;
import io.tikit.spi.storage.TimerRepository;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Timers in a unit of work. */
public final class TimerTable implements TimerRepository {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES = List.of(TimerEntity.class);

    private static final Change INSERT = Change.insert(
            Change.Step.APPENDED,
            "tikit_timer",
            "tenant",
            "id",
            "handler",
            "timer_key",
            "subject",
            "due_at",
            "wake_at",
            "payload",
            "cause",
            "cause_subject",
            "depth",
            "attempts",
            "fence",
            "claimed_until");

    private static final Change REMOVE =
            Change.update("DELETE FROM tikit_timer WHERE tenant = ? AND handler = ? AND timer_key = ?");

    private static final Change FIRE =
            Change.update("DELETE FROM tikit_timer WHERE tenant = ? AND id = ? AND fence = ?");

    private final Session session;
    private final Waiting waiting;
    private final Waiting.Leaving leaving;
    private @Nullable Claim claim;

    public TimerTable(Session session, Waiting waiting, Waiting.Leaving leaving) {
        this.session = session;
        this.waiting = waiting;
        this.leaving = leaving;
    }

    @Override
    public void schedule(Timer timer) {
        int tenant = session.tenant();
        touch(timer.handler(), timer.key());
        // One that this unit scheduled must be there to be replaced.
        session.flushIfHeld(INSERT);
        session.change(REMOVE, row -> row.whole(tenant).text(timer.handler()).text(timer.key()));
        session.change(INSERT, row -> write(tenant, timer, row));
    }

    private static void write(int tenant, Timer timer, Row row) throws SQLException {
        long due = timer.at().toEpochMilli();
        row.whole(tenant)
                .id(timer.id())
                .text(timer.handler())
                .text(timer.key())
                .id(timer.subject().orElse(null))
                .whole(due)
                .whole(due)
                .text(timer.payload().isEmpty() ? null : timer.payload())
                .id(timer.cause().map(cause -> cause.event().value()).orElse(null))
                .id(timer.cause().map(TimerCause::subject).orElse(null))
                .whole(timer.cause().map(TimerCause::depth).orElse(0))
                .whole(0)
                .whole(0)
                .whole(0);
    }

    @Override
    public boolean cancel(String handler, String key) {
        int tenant = session.tenant();
        if (touch(handler, key)) {
            return true;
        }
        return session.changeNow(REMOVE, row -> row.whole(tenant).text(handler).text(key)) > 0;
    }

    @Override
    public Optional<Timer> find(String handler, String key) {
        return session
                .read(
                        TimerEntity.class,
                        "SELECT t FROM Timer t WHERE t.tenant = ?1 AND t.handler = ?2 AND t.name = ?3",
                        1,
                        session.tenant(),
                        handler,
                        key)
                .stream()
                .findFirst()
                .map(TimerEntity::toTimer);
    }

    @Override
    public List<Timer> about(UUID subject, int limit) {
        return session
                .read(
                        TimerEntity.class,
                        "SELECT t FROM Timer t WHERE t.tenant = ?1 AND t.subject = ?2 ORDER BY t.due, t.id",
                        limit,
                        session.tenant(),
                        subject)
                .stream()
                .map(TimerEntity::toTimer)
                .toList();
    }

    @Override
    public void fire(Claim held) {
        claim = held;
    }

    /** The key is about to be changed; tells whether that ended the timer which this unit does. */
    private boolean touch(String handler, String key) {
        Waiting.TimerKey name = new Waiting.TimerKey(session.tenant(), handler, key);
        leaving.timers().add(name);
        waiting.announced(name);
        Claim held = claim;
        if (held != null
                && held.timer().handler().equals(handler)
                && held.timer().key().equals(key)) {
            settle();
            return true;
        }
        return false;
    }

    /** Removes the timer that this unit does, after all else, so that it is locked no longer than needed. */
    public void settle() {
        Claim held = claim;
        if (held == null) {
            return;
        }
        claim = null;
        Waiting.TimerKey name = new Waiting.TimerKey(
                session.tenant(), held.timer().handler(), held.timer().key());
        leaving.timers().add(name);
        waiting.announced(name);
        int tenant = session.tenant();
        int removed = session.changeNow(
                FIRE, row -> row.whole(tenant).id(held.timer().id()).whole(held.fence()));
        if (removed == 0) {
            throw new ConflictException(
                    ErrorCode.TIMER_STALE,
                    "timer " + held.timer() + " was cancelled, scheduled anew or claimed by another node meanwhile;"
                            + " nothing was written");
        }
    }
}
