/**
 * Having a say before a command: an {@link io.tikit.spi.interceptor.Interceptor} is asked before the unit of work begins.
 * Its {@link io.tikit.spi.interceptor.Answer} adds facts and changes, or refuses.
 */
@NullMarked
package io.tikit.spi.interceptor;

import org.jspecify.annotations.NullMarked;
