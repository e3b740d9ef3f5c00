package io.tikit.tck.channel;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * All that a channel must keep. A test class implements this and gives the fixture, see {@link ChannelFixture}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface ChannelContract extends OutboundContract, InboundContract {}
