package io.tikit.tck.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.spi.key.DataKey;
import io.tikit.spi.key.KeyCapability;
import io.tikit.spi.key.KeyProvider;
import io.tikit.tck.Expect;
import io.tikit.tck.Together;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * All that a key provider must keep. A test class implements this and gives the fixture, see {@link KeyProviderFixture}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface KeyProviderContract extends KeyProviderFixture {
    /** The tenant of the contract. */
    TenantId ACME = TenantId.of("acme");

    /** Another tenant. */
    TenantId OTHER = TenantId.of("other");

    /** What a provider can do is known before its opening and does not change. */
    @Test
    default void capabilitiesAreSteady() {
        try (KeyProvider provider = provider()) {
            Set<KeyCapability> capabilities = provider.capabilities();
            provider.open();
            assertThat(provider.capabilities()).isEqualTo(capabilities);
        }
    }

    /** The current key is one of 256 bits, stays the same, and is found by its id. */
    @Test
    default void currentKeyStays() {
        try (KeyProvider provider = opened()) {
            DataKey key = provider.current(ACME);
            assertThat(bytes(key)).hasSize(32);
            assertSame(provider.current(ACME), key);
            assertSame(provider.find(ACME, key.id()).orElseThrow(), key);
            assertThat(provider.find(ACME, "never-made")).isEmpty();
        }
    }

    /** A key outlives restarts: what was encrypted under it can be read afterwards. */
    @Test
    default void keysOutliveARestart() {
        DataKey key;
        try (KeyProvider provider = opened()) {
            key = provider.current(ACME);
        }
        try (KeyProvider provider = opened()) {
            assertSame(provider.find(ACME, key.id()).orElseThrow(), key);
            assertSame(provider.current(ACME), key);
        }
    }

    /** Of several nodes that want the first key at once, all get the same. */
    @Test
    default void nodesAgreeOnTheFirstKey() {
        try (KeyProvider one = opened();
                KeyProvider two = opened()) {
            List<Callable<String>> tasks = IntStream.range(0, 6)
                    .<Callable<String>>mapToObj(
                            i -> () -> (i % 2 == 0 ? one : two).current(ACME).id())
                    .toList();
            assertThat(Set.copyOf(Together.all(tasks))).hasSize(1);
            assertSame(two.current(ACME), one.current(ACME));
        }
    }

    /** No tenant has the key of another one, not even by its id. */
    @Test
    default void tenantsAreApart() {
        try (KeyProvider provider = opened()) {
            DataKey key = provider.current(ACME);
            DataKey other = provider.current(OTHER);
            assertThat(bytes(other)).isNotEqualTo(bytes(key));
            provider.find(OTHER, key.id())
                    .ifPresent(found -> assertThat(bytes(found)).isNotEqualTo(bytes(key)));
        }
    }

    /** Keys do not show in text forms. */
    @Test
    default void keysAreNotShown() {
        try (KeyProvider provider = opened()) {
            DataKey key = provider.current(ACME);
            byte[] bytes = bytes(key);
            List<String> shown = List.of(
                    Base64.getEncoder().encodeToString(bytes).substring(0, 20),
                    HexFormat.of().formatHex(bytes).substring(0, 20));
            for (Object each : List.of(key, provider, key.id())) {
                assertThat(each.toString()).doesNotContainIgnoringCase(shown.toArray(new String[0]));
            }
        }
    }

    /** A new key takes the place of the current one on all nodes; the former one is still found. */
    @Test
    default void rotationKeepsFormerKeys() {
        try (KeyProvider provider = opened();
                KeyProvider node = opened()) {
            Expect.declared(provider.capabilities(), KeyCapability.ROTATION);
            DataKey former = provider.current(ACME);
            DataKey other = provider.current(OTHER);
            DataKey next = provider.rotate(ACME);
            assertThat(next.id()).isNotEqualTo(former.id());
            assertThat(bytes(next)).isNotEqualTo(bytes(former));
            for (KeyProvider each : List.of(provider, node)) {
                assertSame(each.current(ACME), next);
                assertSame(each.find(ACME, former.id()).orElseThrow(), former);
                assertSame(each.current(OTHER), other);
            }
        }
    }

    /** A provider that makes no new keys says so. */
    @Test
    default void rotationIsRefusedUnlessDeclared() {
        try (KeyProvider provider = opened()) {
            Expect.undeclared(provider.capabilities(), KeyCapability.ROTATION);
            DataKey key = provider.current(ACME);
            Expect.failure(ErrorCode.NOT_SUPPORTED, () -> provider.rotate(ACME));
            assertSame(provider.current(ACME), key);
        }
    }

    /** A destroyed key is gone, also after a restart, and what comes next is another one. */
    @Test
    default void destroyedKeyIsGone() {
        DataKey gone;
        DataKey other;
        try (KeyProvider provider = opened();
                KeyProvider node = opened()) {
            Expect.declared(provider.capabilities(), KeyCapability.DESTRUCTION);
            gone = provider.current(ACME);
            other = provider.current(OTHER);
            provider.destroy(ACME, gone.id());
            provider.destroy(ACME, "never-made");
            for (KeyProvider each : List.of(provider, node)) {
                assertThat(each.find(ACME, gone.id())).isEmpty();
                assertThat(each.current(ACME).id()).isNotEqualTo(gone.id());
                assertThat(bytes(each.current(ACME))).isNotEqualTo(bytes(gone));
            }
        }
        try (KeyProvider provider = opened()) {
            assertThat(provider.find(ACME, gone.id())).isEmpty();
            assertSame(provider.current(OTHER), other);
        }
    }

    /** A provider that destroys nothing says so. */
    @Test
    default void destructionIsRefusedUnlessDeclared() {
        try (KeyProvider provider = opened()) {
            Expect.undeclared(provider.capabilities(), KeyCapability.DESTRUCTION);
            DataKey key = provider.current(ACME);
            Expect.failure(ErrorCode.NOT_SUPPORTED, () -> provider.destroy(ACME, key.id()));
            assertSame(provider.find(ACME, key.id()).orElseThrow(), key);
        }
    }

    /** Keys that cannot be reached are not replaced by others, and not said to be gone. */
    @Test
    default void unreachableKeysAreNotReplaced() {
        DataKey key;
        try (KeyProvider provider = opened()) {
            key = provider.current(ACME);
        }
        breakOutside(true);
        try (KeyProvider provider = opened()) {
            Expect.failure(ErrorCode.PART_UNAVAILABLE, () -> provider.current(ACME));
            Expect.failure(ErrorCode.PART_UNAVAILABLE, () -> provider.find(ACME, key.id()));
            breakOutside(false);
            assertSame(provider.current(ACME), key);
        }
    }

    private KeyProvider opened() {
        KeyProvider provider = provider();
        provider.open();
        return provider;
    }

    private static void assertSame(DataKey actual, DataKey expected) {
        assertThat(actual.id()).isEqualTo(expected.id());
        assertThat(bytes(actual)).as("the key itself").isEqualTo(bytes(expected));
    }

    private static byte[] bytes(DataKey key) {
        byte[] encoded = key.secret().getEncoded();
        assertThat(encoded).as("the bytes of the key").isNotNull();
        return encoded;
    }
}
