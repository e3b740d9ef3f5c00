package io.tikit.tck.notification;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.delivery.Receipt;
import io.tikit.spi.notification.Notification;
import io.tikit.spi.notification.Notifier;
import io.tikit.spi.notification.NotifierCapability;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A notifier that shows notifications to the test alone. Those made by {@link #node} share what is shown. Safe for use by
 * several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class RecordingNotifier implements Notifier {
    private final Outside outside;
    private final Set<NotifierCapability> capabilities;
    private volatile boolean open;

    /** A notifier with all capabilities. */
    public RecordingNotifier() {
        this(EnumSet.allOf(NotifierCapability.class));
    }

    /**
     * A notifier.
     *
     * @param capabilities what it can do
     */
    public RecordingNotifier(Set<NotifierCapability> capabilities) {
        this(new Outside(), capabilities);
    }

    private RecordingNotifier(Outside outside, Set<NotifierCapability> capabilities) {
        this.outside = outside;
        this.capabilities = Set.copyOf(capabilities);
    }

    /**
     * Another notifier that shows to the same people.
     *
     * @return the notifier, not yet open
     */
    public RecordingNotifier node() {
        return new RecordingNotifier(outside, capabilities);
    }

    @Override
    public Set<NotifierCapability> capabilities() {
        return capabilities;
    }

    @Override
    public void open() {
        open = true;
    }

    @Override
    public Receipt send(Notification notification) {
        if (!open) {
            throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "the notifier is not open", null);
        }
        Notification.Message message = notification.message();
        if (message.link().isPresent() && !capabilities.contains(NotifierCapability.LINK)) {
            throw new UnavailableException(ErrorCode.NOT_SUPPORTED, "this notifier carries no links", null);
        }
        if (message.topic().isPresent() && !capabilities.contains(NotifierCapability.TOPIC)) {
            throw new UnavailableException(ErrorCode.NOT_SUPPORTED, "this notifier replaces nothing", null);
        }
        return outside.take(notification);
    }

    @Override
    public void close() {
        open = false;
    }

    /**
     * What people see, in the order of arrival.
     *
     * @return a copy of the list
     */
    public List<NotifierFixture.Shown> shown() {
        return outside.shown();
    }

    /**
     * Cuts people off, or reconnects them.
     *
     * @param now whether they cannot be reached from now on
     */
    public void breakOff(boolean now) {
        outside.breakOff(now);
    }

    /**
     * Makes an address unknown, so that notifications to it are rejected.
     *
     * @param address which one
     */
    public void forget(Address address) {
        outside.forget(address);
    }

    private static final class Outside {
        private final List<NotifierFixture.Shown> shown = new ArrayList<>();
        private final Set<String> unknown = new HashSet<>();
        private boolean broken;

        synchronized Receipt take(Notification notification) {
            Address address = notification.recipient().address();
            if (broken) {
                throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "nobody can be reached", null);
            }
            if (unknown.contains(address.value())) {
                return Receipt.rejected(Receipt.Reason.ADDRESS, "there is no such address");
            }
            String key = notification.tenant() + " " + notification.key();
            String id =
                    UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
            if (shown.stream().noneMatch(before -> before.externalId().equals(id))) {
                Notification.Message message = notification.message();
                shown.removeIf(before -> message.topic().isPresent()
                        && before.address().value().equals(address.value())
                        && before.message().topic().equals(message.topic()));
                shown.add(new NotifierFixture.Shown(id, address, message));
            }
            return Receipt.accepted(id);
        }

        synchronized List<NotifierFixture.Shown> shown() {
            return List.copyOf(shown);
        }

        synchronized void breakOff(boolean now) {
            broken = now;
        }

        synchronized void forget(Address address) {
            unknown.add(address.value());
        }
    }
}
