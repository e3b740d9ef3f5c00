package io.tikit.tck.channel;

import io.tikit.spi.channel.Channel;
import io.tikit.spi.channel.ChannelCapability;
import io.tikit.spi.channel.ChannelLimits;
import io.tikit.spi.channel.InboundMessage;
import io.tikit.spi.delivery.Address;
import io.tikit.tck.Planted;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;

/** The contract, once with each set of capabilities that matters. */
class InMemoryChannelTest {
    @Nested
    class WithEverything extends InMemory {
        WithEverything() {
            super(EnumSet.allOf(ChannelCapability.class), new ChannelLimits(2_000, 1_000_000));
        }
    }

    @Nested
    class WithTextAlone extends InMemory {
        WithTextAlone() {
            super(EnumSet.of(ChannelCapability.OUTBOUND, ChannelCapability.INBOUND), ChannelLimits.NONE);
        }
    }

    @Nested
    class InboundOnly extends InMemory {
        InboundOnly() {
            super(EnumSet.of(ChannelCapability.INBOUND, ChannelCapability.THREADING), ChannelLimits.NONE);
        }
    }

    @Nested
    class OutboundOnly extends InMemory {
        OutboundOnly() {
            super(EnumSet.of(ChannelCapability.OUTBOUND), ChannelLimits.NONE);
        }
    }

    abstract static class InMemory implements ChannelContract {
        private final InMemoryOutside outside = new InMemoryOutside();
        private final Set<ChannelCapability> capabilities;
        private final ChannelLimits limits;

        InMemory(Set<ChannelCapability> capabilities, ChannelLimits limits) {
            this.capabilities = capabilities;
            this.limits = limits;
            outside.forget(Address.of("gone@outside.example"));
        }

        @Override
        public Channel channel() {
            return Planted.into(Channel.class, new InMemoryChannel(outside, capabilities, limits));
        }

        @Override
        public List<Arrived> arrived() {
            return outside.arrived();
        }

        @Override
        public Optional<Consumer<InboundMessage>> writer() {
            return Optional.of(outside::send);
        }

        @Override
        public void breakOutside(boolean broken) {
            outside.breakOff(broken);
        }

        @Override
        public Duration patience() {
            return Duration.ofMillis(500);
        }

        @Override
        public Optional<Address> unknown() {
            return Optional.of(Address.of("gone@outside.example"));
        }
    }
}
