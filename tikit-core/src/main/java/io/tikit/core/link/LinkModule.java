package io.tikit.core.link;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import io.tikit.core.outbox.ConsumerSource;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.ticket.TicketGate;

/** Wires this feature. */
public final class LinkModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), ConsumerSource.class).addBinding().to(LinkWork.class);
        Multibinder.newSetBinder(binder(), TicketGate.class).addBinding().to(ChildGate.class);
        Multibinder<CommandHandler<?, ?>> handlers = Multibinder.newSetBinder(binder(), new TypeLiteral<>() {});
        handlers.addBinding().to(LinkTicketsHandler.class);
        handlers.addBinding().to(UnlinkTicketsHandler.class);
    }
}
