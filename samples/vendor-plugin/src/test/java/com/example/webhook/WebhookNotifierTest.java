package com.example.webhook;

import io.tikit.spi.delivery.Address;
import io.tikit.spi.notification.*;
import io.tikit.tck.notification.NotifierContract;
import java.net.URI;
import java.util.*;
import org.junit.jupiter.api.AfterEach;

/** The notifier keeps the contract of all notifiers. */
class WebhookNotifierTest implements NotifierContract {
    private final FakeService service = new FakeService();

    @AfterEach void close() { service.close(); }

    @Override public Notifier notifier() { return new WebhookNotifier(service.service()); }

    @Override public void breakOutside(boolean broken) { service.breakOff(broken); }

    @Override public Optional<Address> unknown() { return Optional.of(Address.of(FakeService.UNKNOWN)); }

    @Override public List<Shown> shown() {
        return service.arrived().stream().map(form -> new Shown(form.get("id"), Address.of(form.get("to")), new Notification.Message(
                form.get("title"), form.get("text"), form.all("link").stream().map(URI::create).findFirst(), Optional.empty()))).toList();
    }
}
