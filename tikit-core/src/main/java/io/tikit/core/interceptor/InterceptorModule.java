package io.tikit.core.interceptor;

import com.google.inject.AbstractModule;
import io.tikit.core.pipeline.Preparation;

/** Wires this feature. */
public final class InterceptorModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Preparation.class).to(Interceptors.class);
    }
}
