package io.tikit.spi.key;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the keys by which data of a tenant is encrypted, usually unwrapped from a key that lies in a vault. All nodes of
 * an engine see the same keys, and keys outlive every restart: a lost key is lost data. The engine keeps keys in memory
 * for some minutes. It calls {@link #open} once, then the other methods from several threads, then {@link #close}. Safe
 * for use by several threads.
 *
 * <p>Methods throw {@link io.tikit.api.error.UnavailableException} with code PART_UNAVAILABLE when the keys cannot be
 * reached; they never answer with another key instead. No key gets into logs, messages of exceptions or text forms.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface KeyProvider extends AutoCloseable {
    /**
     * What the provider can do. Always the same answer, also before the opening.
     *
     * @return all, unless overridden
     */
    default Set<KeyCapability> capabilities() {
        return EnumSet.allOf(KeyCapability.class);
    }

    /** Makes ready. */
    default void open() {}

    /**
     * The key for new data. The first call for a tenant makes one; of several callers at once, on whatever node, all get
     * the same. It is durable before it is given.
     *
     * @param tenant whose data
     * @return the key
     */
    DataKey current(TenantId tenant);

    /**
     * A key for data that was encrypted before.
     *
     * @param tenant whose data
     * @param id the id of the key
     * @return the key; empty if the tenant never had it or it was destroyed
     */
    Optional<DataKey> find(TenantId tenant, String id);

    /**
     * Makes a new key the current one. The former ones stay.
     *
     * @param tenant whose data
     * @return the new key
     * @throws io.tikit.api.error.UnavailableException with code NOT_SUPPORTED without the capability ROTATION
     */
    DataKey rotate(TenantId tenant);

    /**
     * Destroys a key for good, everywhere. Destroying the current one makes the next call of {@link #current} make a new
     * one, with a new id. An unknown key is passed over.
     *
     * @param tenant whose data
     * @param id the id of the key
     * @throws io.tikit.api.error.UnavailableException with code NOT_SUPPORTED without the capability DESTRUCTION
     */
    void destroy(TenantId tenant, String id);

    /** Forgets the keys in memory. A second call does nothing. */
    @Override
    default void close() {}
}
