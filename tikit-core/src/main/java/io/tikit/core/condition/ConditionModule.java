package io.tikit.core.condition;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;

/** Wires this feature. Who keeps definitions of fields sets the binding of {@link FieldCatalogs}. */
public final class ConditionModule extends AbstractModule {
    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), FieldCatalogs.class)
                .setDefault()
                .to(UntypedCatalogs.class);
    }
}
