package io.tikit.core.channel;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.tikit.core.outbox.ConsumerSource;

/** Wires this feature. */
public final class ChannelModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), ConsumerSource.class).addBinding().to(Channels.class);
    }
}
