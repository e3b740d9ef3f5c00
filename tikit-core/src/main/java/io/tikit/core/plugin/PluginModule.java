package io.tikit.core.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import io.tikit.core.pipeline.CommandHandler;

/** Wires this feature. */
public final class PluginModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder<CommandHandler<?, ?>> handlers = Multibinder.newSetBinder(binder(), new TypeLiteral<>() {});
        handlers.addBinding().to(PutValueHandler.class);
        handlers.addBinding().to(RemoveValueHandler.class);
    }
}
