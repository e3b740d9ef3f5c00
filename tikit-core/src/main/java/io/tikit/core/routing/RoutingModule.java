package io.tikit.core.routing;

import com.google.inject.AbstractModule;
import io.tikit.core.ticket.TicketRouting;

/** Wires this feature. */
public final class RoutingModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(TicketRouting.class).to(TeamRouter.class);
    }
}
