package io.tikit.tck.key;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.key.DataKey;
import io.tikit.spi.key.KeyCapability;
import io.tikit.spi.key.KeyProvider;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys that live as long as the test. Those made by {@link #node} share the keys. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class InMemoryKeyProvider implements KeyProvider {
    private final Vault vault;
    private final Set<KeyCapability> capabilities;

    /** A provider with all capabilities. */
    public InMemoryKeyProvider() {
        this(EnumSet.allOf(KeyCapability.class));
    }

    /**
     * A provider.
     *
     * @param capabilities what it can do
     */
    public InMemoryKeyProvider(Set<KeyCapability> capabilities) {
        this(new Vault(), capabilities);
    }

    private InMemoryKeyProvider(Vault vault, Set<KeyCapability> capabilities) {
        this.vault = vault;
        this.capabilities = Set.copyOf(capabilities);
    }

    /**
     * Another provider of the same keys.
     *
     * @return the provider
     */
    public InMemoryKeyProvider node() {
        return new InMemoryKeyProvider(vault, capabilities);
    }

    /**
     * Makes the keys unreachable, or reachable again.
     *
     * @param now whether they cannot be reached from now on
     */
    public void breakOff(boolean now) {
        vault.breakOff(now);
    }

    @Override
    public Set<KeyCapability> capabilities() {
        return capabilities;
    }

    @Override
    public DataKey current(TenantId tenant) {
        return vault.current(tenant);
    }

    @Override
    public Optional<DataKey> find(TenantId tenant, String id) {
        return vault.find(tenant, id);
    }

    @Override
    public DataKey rotate(TenantId tenant) {
        need(KeyCapability.ROTATION, "makes no new keys");
        return vault.rotate(tenant);
    }

    @Override
    public void destroy(TenantId tenant, String id) {
        need(KeyCapability.DESTRUCTION, "destroys no keys");
        vault.destroy(tenant, id);
    }

    private void need(KeyCapability capability, String otherwise) {
        if (!capabilities.contains(capability)) {
            throw new UnavailableException(ErrorCode.NOT_SUPPORTED, "this key provider " + otherwise, null);
        }
    }

    private static final class Vault {
        private final SecureRandom random = new SecureRandom();
        private final Map<TenantId, Map<String, DataKey>> keys = new HashMap<>();
        private final Map<TenantId, DataKey> current = new HashMap<>();
        private int made;
        private boolean broken;

        synchronized DataKey current(TenantId tenant) {
            check();
            DataKey key = current.get(tenant);
            return key == null ? rotate(tenant) : key;
        }

        synchronized Optional<DataKey> find(TenantId tenant, String id) {
            check();
            return Optional.ofNullable(keys.getOrDefault(tenant, Map.of()).get(id));
        }

        synchronized DataKey rotate(TenantId tenant) {
            check();
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            made++;
            DataKey key = new DataKey("k" + made, new SecretKeySpec(bytes, "AES"));
            keys.computeIfAbsent(tenant, t -> new HashMap<>()).put(key.id(), key);
            current.put(tenant, key);
            return key;
        }

        synchronized void destroy(TenantId tenant, String id) {
            check();
            keys.getOrDefault(tenant, new HashMap<>()).remove(id);
            current.values().removeIf(key -> key.id().equals(id));
        }

        synchronized void breakOff(boolean now) {
            broken = now;
        }

        private void check() {
            if (broken) {
                throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "the keys cannot be reached", null);
            }
        }
    }
}
