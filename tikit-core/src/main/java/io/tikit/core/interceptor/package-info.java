/**
 * Asking interceptors before a command: {@link io.tikit.core.interceptor.Interceptors} asks them in order and collects
 * what they say, {@link io.tikit.core.interceptor.GuardedInterceptor} bounds each in time.
 */
@NullMarked
package io.tikit.core.interceptor;

import org.jspecify.annotations.NullMarked;
