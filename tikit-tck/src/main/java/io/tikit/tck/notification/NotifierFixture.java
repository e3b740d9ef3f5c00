package io.tikit.tck.notification;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.notification.Notification;
import io.tikit.spi.notification.Notifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the author of a notifier gives to the contract: the notifier, and the other side of it, usually a server of the
 * test itself. Each test has a fixture of its own, on an other side that is empty at first.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface NotifierFixture {
    /**
     * Another notifier to the same other side, not yet open: a second node while the first one is open, or the next start
     * after its close. Closed by the contract.
     *
     * @return the notifier
     */
    Notifier notifier();

    /**
     * What people see at the other side, in the order of arrival. What took the place of something else counts as having
     * arrived when it did; one that arrived again under the same id may be there again.
     *
     * @return what is shown
     */
    List<Shown> shown();

    /**
     * Cuts the other side off, or reconnects it.
     *
     * @param broken whether it cannot be reached from now on
     */
    void breakOutside(boolean broken);

    /**
     * Somebody whom the notifier can reach.
     *
     * @return the address
     */
    default Address reachable() {
        return Address.of("emily@outside.example");
    }

    /**
     * An address that the other side says does not exist.
     *
     * @return the address, or empty if the other side takes any
     */
    default Optional<Address> unknown() {
        return Optional.empty();
    }

    /**
     * Something that a person sees.
     *
     * @param externalId what the other side calls it, the same as in the receipt
     * @param address who sees it
     * @param message what it says; a notifier without titles may have put the title into the text
     */
    record Shown(String externalId, Address address, Notification.Message message) {
        /** Checks that nothing is null. */
        public Shown {
            Objects.requireNonNull(externalId, "externalId");
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(message, "message");
        }
    }
}
