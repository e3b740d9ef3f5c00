package io.tikit.core.timer;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import io.tikit.core.pipeline.CommandHandler;

/** Wires this feature. */
public final class TimerModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder<CommandHandler<?, ?>> handlers = Multibinder.newSetBinder(binder(), new TypeLiteral<>() {});
        handlers.addBinding().to(ScheduleTimerHandler.class);
        handlers.addBinding().to(CancelTimerHandler.class);
        bind(TimerLoop.class);
    }
}
