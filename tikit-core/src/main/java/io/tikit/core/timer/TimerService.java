package io.tikit.core.timer;

import io.tikit.api.access.Permission;
import io.tikit.api.timer.CancelTimer;
import io.tikit.api.timer.ScheduleTimer;
import io.tikit.api.timer.Timer;
import io.tikit.api.timer.Timers;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Timers for one caller. */
public final class TimerService implements Timers {
    private static final int MOST = 200;

    private final Supplier<Session> session;
    private final Pipeline pipeline;
    private final Reader reader;

    public TimerService(Supplier<Session> session, Pipeline pipeline, Reader reader) {
        this.session = session;
        this.pipeline = pipeline;
        this.reader = reader;
    }

    @Override
    public Timer schedule(ScheduleTimer command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public boolean cancel(CancelTimer command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public Optional<Timer> find(String handler, String key) {
        Session who = permitted();
        return reader.read(who.tenant(), unit -> unit.timers().find(handler, key));
    }

    @Override
    public List<Timer> about(UUID subject) {
        Session who = permitted();
        return reader.read(who.tenant(), unit -> unit.timers().about(subject, MOST));
    }

    private Session permitted() {
        Session who = session.get();
        Access.requireSeesEverything(who, Permission.TIMERS);
        return who;
    }
}
