package io.tikit.core;

import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.delivery.Receipt;
import io.tikit.spi.notification.Notification;
import io.tikit.spi.notification.Notifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what it is asked to send, and fails as often as told. */
final class Bell implements Notifier {
    private final List<Notification> sent = new ArrayList<>();
    final AtomicInteger failures = new AtomicInteger();

    @Override
    public synchronized Receipt send(Notification notification) {
        sent.add(notification);
        if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new IllegalStateException("told to fail");
        }
        return Receipt.accepted("bell");
    }

    synchronized List<String> rung() {
        return sent.stream()
                .map(n -> n.recipient().address().value() + ": " + n.message().title() + ", "
                        + n.message().text())
                .toList();
    }

    synchronized void forget() {
        sent.clear();
    }

    synchronized List<String> keys() {
        return sent.stream().map(Notification::key).toList();
    }

    /** Brings it into an engine. */
    TestPlugin plugin() {
        return new TestPlugin("bell").contributing((to, context) -> to.add(ExtensionPoint.NOTIFIER, "bell", this));
    }
}
