/**
 * Telling people of the desk what happened, by push, text message or mail: {@link io.tikit.spi.notification.Notifier}.
 * Unlike a {@link io.tikit.spi.channel.Channel} it carries no conversation and brings nothing in.
 */
@NullMarked
package io.tikit.spi.notification;

import org.jspecify.annotations.NullMarked;
