/**
 * Ways by which people outside talk with the desk, such as mail, a chat or a messenger:
 * {@link io.tikit.spi.channel.Channel}. What comes in goes through the {@link io.tikit.spi.channel.ChannelInbox} that the
 * engine gives at the opening, and ends in the same commands as every other way; what goes out comes as an
 * {@link io.tikit.spi.channel.OutboundMessage} after its commit. Nothing here is called inside a unit of work.
 */
@NullMarked
package io.tikit.spi.channel;

import org.jspecify.annotations.NullMarked;
