package io.tikit.core.notification;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.tikit.core.outbox.ConsumerSource;

/** Wires this feature. */
public final class NotificationModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), ConsumerSource.class).addBinding().to(Notifiers.class);
    }
}
