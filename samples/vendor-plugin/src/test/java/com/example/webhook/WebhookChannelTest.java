package com.example.webhook;

import io.tikit.spi.channel.*;
import io.tikit.spi.delivery.Address;
import io.tikit.tck.channel.ChannelContract;
import java.util.*;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

/** The channel keeps the contract of all channels. */
class WebhookChannelTest implements ChannelContract {
    private final FakeService service = new FakeService();

    @AfterEach void close() { service.close(); }

    @Override public Channel channel() { return service.channel(); }

    @Override public Optional<Consumer<InboundMessage>> writer() { return Optional.of(service::send); }

    @Override public void breakOutside(boolean broken) { service.breakOff(broken); }

    @Override public Optional<Address> unknown() { return Optional.of(Address.of(FakeService.UNKNOWN)); }

    @Override public List<Arrived> arrived() {
        return service.arrived().stream().map(form -> new Arrived(form.get("id"), form.all("to").stream().map(Address::of).toList(),
                MessageContent.of(form.get("subject"), form.get("text")), form.all("answers"))).toList();
    }
}
