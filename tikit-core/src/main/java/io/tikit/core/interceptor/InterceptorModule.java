package io.tikit.core.interceptor;

import com.google.inject.AbstractModule;

/** Wires this feature. */
public final class InterceptorModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Interceptors.class);
    }
}
