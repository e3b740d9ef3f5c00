package io.tikit.tck.key;

import static io.tikit.tck.Mutant.mutant;

import io.tikit.api.TenantId;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.key.DataKey;
import io.tikit.tck.ContractCatchesFaults;
import io.tikit.tck.Mutant;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Each planted fault makes the test fail that is there for it. */
class KeyProviderContractCatchesFaultsTest implements ContractCatchesFaults {
    private static final Class<?> ABLE = InMemoryKeyProviderTest.WithEverything.class;
    private static final Class<?> BARE = InMemoryKeyProviderTest.WithNothing.class;

    @Override
    public List<Mutant> mutants() {
        return List.of(
                mutant("changes its mind", ABLE, "capabilitiesAreSteady", faults -> {
                    AtomicInteger asked = new AtomicInteger();
                    faults.lie(
                            "KeyProvider.capabilities",
                            (real, given) -> asked.getAndIncrement() == 0 ? real.with(given) : Set.of());
                }),
                mutant(
                        "short keys",
                        ABLE,
                        "currentKeyStays",
                        faults -> faults.lie(
                                "KeyProvider.current",
                                (real, given) -> new DataKey("short", new SecretKeySpec(new byte[16], "AES")))),
                mutant(
                        "finds any id",
                        ABLE,
                        "currentKeyStays",
                        faults -> faults.lie("KeyProvider.find", (real, given) -> Optional.of(fresh("made-up")))),
                mutant("forgets at the restart", ABLE, "keysOutliveARestart", faults -> {
                    Map<TenantId, DataKey> own = new HashMap<>();
                    faults.lie(
                            "KeyProvider.current",
                            (real, given) ->
                                    own.computeIfAbsent(tenant(given[0]), t -> fresh("k" + System.nanoTime())));
                }),
                mutant("each node its own", ABLE, "nodesAgreeOnTheFirstKey", faults -> {
                    Map<TenantId, DataKey> own = new HashMap<>();
                    faults.lie(
                            "KeyProvider.current",
                            (real, given) ->
                                    own.computeIfAbsent(tenant(given[0]), t -> fresh("k" + System.nanoTime())));
                }),
                mutant(
                        "one key for all",
                        ABLE,
                        "tenantsAreApart",
                        faults -> faults.lie("KeyProvider.current", (real, given) -> real.with(TenantId.of("all")))),
                mutant(
                        "shows the key",
                        ABLE,
                        "keysAreNotShown",
                        faults -> faults.lie("KeyProvider.current", (real, given) -> {
                            byte[] bytes = ((DataKey) Objects.requireNonNull(real.with(given)))
                                    .secret()
                                    .getEncoded();
                            return new DataKey(HexFormat.of().formatHex(bytes, 0, 30), new SecretKeySpec(bytes, "AES"));
                        })),
                mutant(
                        "drops former keys",
                        ABLE,
                        "rotationKeepsFormerKeys",
                        faults -> faults.lie("KeyProvider.find", (real, given) -> {
                            Object found = real.with(given);
                            return "k1".equals(given[1]) ? Optional.empty() : found;
                        })),
                mutant(
                        "rotates nothing",
                        ABLE,
                        "rotationKeepsFormerKeys",
                        faults -> faults.lie("KeyProvider.rotate", (real, given) -> fresh("next"))),
                mutant(
                        "pretends to rotate",
                        BARE,
                        "rotationIsRefusedUnlessDeclared",
                        faults -> faults.lie("KeyProvider.rotate", (real, given) -> fresh("next"))),
                mutant(
                        "destroys nothing",
                        ABLE,
                        "destroyedKeyIsGone",
                        faults -> faults.lie("KeyProvider.destroy", (real, given) -> null)),
                mutant(
                        "pretends to destroy",
                        BARE,
                        "destructionIsRefusedUnlessDeclared",
                        faults -> faults.lie("KeyProvider.destroy", (real, given) -> null)),
                mutant(
                        "replaces what it cannot reach",
                        ABLE,
                        "unreachableKeysAreNotReplaced",
                        faults -> faults.lie("KeyProvider.current", (real, given) -> {
                            try {
                                return real.with(given);
                            } catch (UnavailableException e) {
                                return fresh("instead");
                            }
                        })),
                mutant(
                        "says they are gone",
                        ABLE,
                        "unreachableKeysAreNotReplaced",
                        faults -> faults.lie("KeyProvider.find", (real, given) -> {
                            try {
                                return real.with(given);
                            } catch (UnavailableException e) {
                                return Optional.empty();
                            }
                        })));
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
