package io.tikit.tck.notification;

import io.tikit.spi.delivery.Address;
import io.tikit.spi.notification.Notifier;
import io.tikit.spi.notification.NotifierCapability;
import io.tikit.tck.Planted;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** The contract with all capabilities and with none. */
class RecordingNotifierTest {
    @Nested
    class WithEverything extends Recording {
        WithEverything() {
            super(EnumSet.allOf(NotifierCapability.class));
        }
    }

    @Nested
    class WithTextAlone extends Recording {
        WithTextAlone() {
            super(Set.of());
        }
    }

    abstract static class Recording implements NotifierContract {
        private final RecordingNotifier notifier;

        Recording(Set<NotifierCapability> capabilities) {
            notifier = new RecordingNotifier(capabilities);
            notifier.forget(Address.of("gone@outside.example"));
        }

        @Override
        public Notifier notifier() {
            return Planted.into(Notifier.class, notifier.node());
        }

        @Override
        public List<Shown> shown() {
            return notifier.shown();
        }

        @Override
        public void breakOutside(boolean broken) {
            notifier.breakOff(broken);
        }

        @Override
        public Optional<Address> unknown() {
            return Optional.of(Address.of("gone@outside.example"));
        }
    }
}
