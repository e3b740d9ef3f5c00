package io.tikit.core.suggestion;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import io.tikit.core.outbox.ConsumerSource;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Preparation;

/** Wires this feature. */
public final class SuggestionModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Preparation.class).to(SuggestingPreparation.class);
        Multibinder<CommandHandler<?, ?>> handlers = Multibinder.newSetBinder(binder(), new TypeLiteral<>() {});
        handlers.addBinding().to(AcceptHandler.class);
        handlers.addBinding().to(RejectHandler.class);
        Multibinder.newSetBinder(binder(), ConsumerSource.class).addBinding().to(Teacher.class);
        bind(History.class);
        bind(Relearning.class);
    }
}
