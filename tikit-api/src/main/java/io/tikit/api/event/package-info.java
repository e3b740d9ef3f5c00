/**
 * What happened. Every command writes one {@link io.tikit.api.event.Event}; history, live feeds and subscriptions are
 * readings of that log. {@link io.tikit.api.event.Events} delivers events after their commit.
 */
@NullMarked
package io.tikit.api.event;

import org.jspecify.annotations.NullMarked;
