package io.tikit.core.ticket;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.spi.timer.TimerHandler;

/** Wires this feature. */
public final class TicketModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder<CommandHandler<?, ?>> handlers = Multibinder.newSetBinder(binder(), new TypeLiteral<>() {});
        handlers.addBinding().to(CreateTicketHandler.class);
        handlers.addBinding().to(UpdateTicketHandler.class);
        handlers.addBinding().to(AdvanceTicketHandler.class);
        Multibinder.newSetBinder(binder(), TimerHandler.class).addBinding().to(LifecycleTimerHandler.class);
        handlers.addBinding().to(MigrateFieldHandler.class);
    }
}
