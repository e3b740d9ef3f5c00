/**
 * Telling people of the desk what happened, as work of {@link io.tikit.core.notification.NotifierDelivery}. Whom to tell of
 * what is decided by {@link io.tikit.core.notification.Audience}, the same for everybody: people cannot choose yet.
 */
@NullMarked
package io.tikit.core.notification;

import org.jspecify.annotations.NullMarked;
