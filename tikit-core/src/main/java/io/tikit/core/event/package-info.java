/** Events after their commit: {@link io.tikit.core.event.Subscriptions} runs what listeners have subscribed to. */
@NullMarked
package io.tikit.core.event;

import org.jspecify.annotations.NullMarked;
