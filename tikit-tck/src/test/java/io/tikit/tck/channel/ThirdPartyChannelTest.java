package io.tikit.tck.channel;

import io.tikit.spi.channel.Channel;
import io.tikit.spi.channel.ChannelCapability;
import io.tikit.spi.channel.ChannelLimits;
import java.util.EnumSet;
import java.util.List;

class ThirdPartyChannelTest implements ChannelContract {
    private final InMemoryOutside outside = new InMemoryOutside();

    @Override
    public Channel channel() {
        return new InMemoryChannel(outside, EnumSet.of(ChannelCapability.OUTBOUND), ChannelLimits.NONE);
    }

    @Override
    public List<Arrived> arrived() {
        return outside.arrived();
    }

    @Override
    public void breakOutside(boolean broken) {
        outside.breakOff(broken);
    }
}
