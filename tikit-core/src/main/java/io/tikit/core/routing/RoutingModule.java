package io.tikit.core.routing;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import io.tikit.core.outbox.ConsumerSource;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.ticket.TicketRouting;
import io.tikit.spi.timer.TimerHandler;

/** Wires this feature. */
public final class RoutingModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(TicketRouting.class).to(TeamRouter.class);
        Multibinder.newSetBinder(binder(), ConsumerSource.class).addBinding().to(RoutingWork.class);
        Multibinder.newSetBinder(binder(), TimerHandler.class).addBinding().to(RoutingTimers.class);
        Multibinder<CommandHandler<?, ?>> handlers = Multibinder.newSetBinder(binder(), new TypeLiteral<>() {});
        handlers.addBinding().to(UpdateAgentHandler.class);
        handlers.addBinding().to(SetPresenceHandler.class);
        handlers.addBinding().to(AddAbsenceHandler.class);
        handlers.addBinding().to(RemoveAbsenceHandler.class);
        handlers.addBinding().to(RouteTeamHandler.class);
        handlers.addBinding().to(AssignTicketHandler.class);
        handlers.addBinding().to(TakeTicketHandler.class);
        handlers.addBinding().to(TakeNextHandler.class);
        handlers.addBinding().to(ReleaseTicketHandler.class);
        handlers.addBinding().to(ReturnTicketsHandler.class);
    }
}
