/**
 * The ways by which people outside talk with the desk. What a channel brings in goes through
 * {@link io.tikit.core.channel.Inbox}, which turns it into the same commands as every other way; public replies go out as
 * work of {@link io.tikit.core.channel.ChannelDelivery}, with the retries and dead letters of all work. What messages are
 * called outside, and by which addresses requesters wrote, is kept by {@link io.tikit.core.channel.MessageRows} among the
 * values of plugins, under the engine's own name.
 */
@NullMarked
package io.tikit.core.channel;

import org.jspecify.annotations.NullMarked;
