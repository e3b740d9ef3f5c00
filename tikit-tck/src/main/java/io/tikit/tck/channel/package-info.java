/**
 * What every channel must keep: {@link io.tikit.tck.channel.ChannelContract}. Beside it a channel in memory, for tests of
 * whoever uses channels, and an inbox that keeps what comes in, for tests of whoever writes one.
 */
@NullMarked
package io.tikit.tck.channel;

import org.jspecify.annotations.NullMarked;
