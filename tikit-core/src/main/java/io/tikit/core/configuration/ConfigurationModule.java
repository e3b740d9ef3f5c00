package io.tikit.core.configuration;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import io.tikit.core.condition.FieldCatalogs;
import io.tikit.core.pipeline.CommandHandler;

/** Wires this feature. */
public final class ConfigurationModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Kinds.class);
        bind(Snapshots.class);
        bind(FieldCatalogs.class).to(Snapshots.class);
        Multibinder<CommandHandler<?, ?>> handlers = Multibinder.newSetBinder(binder(), new TypeLiteral<>() {});
        handlers.addBinding().to(SaveHandler.class);
        handlers.addBinding().to(RetireHandler.class);
        handlers.addBinding().to(RollbackHandler.class);
        handlers.addBinding().to(ApplyHandler.class);
    }
}
