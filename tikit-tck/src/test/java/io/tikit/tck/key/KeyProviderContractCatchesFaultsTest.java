package io.tikit.tck.key;

import io.tikit.api.TenantId;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.key.DataKey;
import io.tikit.spi.key.KeyCapability;
import io.tikit.spi.key.KeyProvider;
import io.tikit.tck.Faults;
import io.tikit.tck.Planted;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each planted fault makes the test fail that is there for it. */
class KeyProviderContractCatchesFaultsTest {
    static class Able extends InMemoryKeyProviderTest.InMemory {
        Able() {
            super(EnumSet.allOf(KeyCapability.class));
        }

        @Override
        public KeyProvider provider() {
            return Planted.into(KeyProvider.class, super.provider());
        }
    }

    static class Bare extends InMemoryKeyProviderTest.InMemory {
        Bare() {
            super(Set.of());
        }

        @Override
        public KeyProvider provider() {
            return Planted.into(KeyProvider.class, super.provider());
        }
    }

    @Test
    void soundProviderPasses() {
        Planted.passesWithout(Able.class, 9);
        Planted.passesWithout(Bare.class, 9);
    }

    @ParameterizedTest
    @EnumSource
    void faultIsCaught(Fault fault) {
        Planted.isCaught(fault.plant, fault.subject, fault.caughtBy);
    }

    enum Fault {
        CHANGES_ITS_MIND(Able.class, "capabilitiesAreSteady", faults -> {
            AtomicInteger asked = new AtomicInteger();
            faults.lie(
                    "KeyProvider.capabilities",
                    (real, given) -> asked.getAndIncrement() == 0 ? real.with(given) : Set.of());
        }),
        SHORT_KEYS(
                Able.class,
                "currentKeyStays",
                faults -> faults.lie(
                        "KeyProvider.current",
                        (real, given) -> new DataKey("short", new SecretKeySpec(new byte[16], "AES")))),
        FINDS_ANY_ID(
                Able.class,
                "currentKeyStays",
                faults -> faults.lie("KeyProvider.find", (real, given) -> Optional.of(fresh("made-up")))),
        FORGETS_AT_THE_RESTART(Able.class, "keysOutliveARestart", faults -> {
            Map<TenantId, DataKey> own = new HashMap<>();
            faults.lie(
                    "KeyProvider.current",
                    (real, given) -> own.computeIfAbsent(tenant(given[0]), t -> fresh("k" + System.nanoTime())));
        }),
        EACH_NODE_ITS_OWN(Able.class, "nodesAgreeOnTheFirstKey", faults -> {
            Map<TenantId, DataKey> own = new HashMap<>();
            faults.lie(
                    "KeyProvider.current",
                    (real, given) -> own.computeIfAbsent(tenant(given[0]), t -> fresh("k" + System.nanoTime())));
        }),
        ONE_KEY_FOR_ALL(
                Able.class,
                "tenantsAreApart",
                faults -> faults.lie("KeyProvider.current", (real, given) -> real.with(TenantId.of("all")))),
        SHOWS_THE_KEY(
                Able.class,
                "keysAreNotShown",
                faults -> faults.lie("KeyProvider.current", (real, given) -> {
                    byte[] bytes = ((DataKey) Objects.requireNonNull(real.with(given)))
                            .secret()
                            .getEncoded();
                    return new DataKey(HexFormat.of().formatHex(bytes, 0, 30), new SecretKeySpec(bytes, "AES"));
                })),
        DROPS_FORMER_KEYS(
                Able.class,
                "rotationKeepsFormerKeys",
                faults -> faults.lie("KeyProvider.find", (real, given) -> {
                    Object found = real.with(given);
                    return "k1".equals(given[1]) ? Optional.empty() : found;
                })),
        ROTATES_NOTHING(
                Able.class,
                "rotationKeepsFormerKeys",
                faults -> faults.lie("KeyProvider.rotate", (real, given) -> fresh("next"))),
        PRETENDS_TO_ROTATE(
                Bare.class,
                "rotationIsRefusedUnlessDeclared",
                faults -> faults.lie("KeyProvider.rotate", (real, given) -> fresh("next"))),
        DESTROYS_NOTHING(
                Able.class, "destroyedKeyIsGone", faults -> faults.lie("KeyProvider.destroy", (real, given) -> null)),
        PRETENDS_TO_DESTROY(
                Bare.class,
                "destructionIsRefusedUnlessDeclared",
                faults -> faults.lie("KeyProvider.destroy", (real, given) -> null)),
        REPLACES_WHAT_IT_CANNOT_REACH(
                Able.class,
                "unreachableKeysAreNotReplaced",
                faults -> faults.lie("KeyProvider.current", (real, given) -> {
                    try {
                        return real.with(given);
                    } catch (UnavailableException e) {
                        return fresh("instead");
                    }
                })),
        SAYS_THEY_ARE_GONE(
                Able.class,
                "unreachableKeysAreNotReplaced",
                faults -> faults.lie("KeyProvider.find", (real, given) -> {
                    try {
                        return real.with(given);
                    } catch (UnavailableException e) {
                        return Optional.empty();
                    }
                }));

        private final Class<?> subject;
        private final String caughtBy;
        private final Consumer<Faults> plant;

        Fault(Class<?> subject, String caughtBy, Consumer<Faults> plant) {
            this.subject = subject;
            this.caughtBy = caughtBy;
            this.plant = plant;
        }
    }

    private static TenantId tenant(@Nullable Object given) {
        return (TenantId) Objects.requireNonNull(given);
    }

    private static DataKey fresh(String id) {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new DataKey(id, new SecretKeySpec(bytes, "AES"));
    }
}
