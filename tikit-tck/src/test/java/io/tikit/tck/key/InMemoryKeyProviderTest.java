package io.tikit.tck.key;

import io.tikit.spi.key.KeyCapability;
import io.tikit.spi.key.KeyProvider;
import io.tikit.tck.Planted;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** The contract with all capabilities and with none. */
class InMemoryKeyProviderTest {
    @Nested
    class WithEverything extends InMemory {
        WithEverything() {
            super(EnumSet.allOf(KeyCapability.class));
        }
    }

    @Nested
    class WithNothing extends InMemory {
        WithNothing() {
            super(Set.of());
        }
    }

    abstract static class InMemory implements KeyProviderContract {
        private final InMemoryKeyProvider keys;

        InMemory(Set<KeyCapability> capabilities) {
            keys = new InMemoryKeyProvider(capabilities);
        }

        @Override
        public KeyProvider provider() {
            return Planted.into(KeyProvider.class, keys.node());
        }

        @Override
        public void breakOutside(boolean broken) {
            keys.breakOff(broken);
        }
    }
}
