package io.tikit.api;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import java.util.Optional;

/**
 * The tenants of an engine. A tenant is created with working defaults and its first administrator; from then on its
 * people manage themselves through a {@link Desk}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Tenants {
    /**
     * Creates a tenant, in a unit of work of its own even while the host has a transaction.
     *
     * @param id its name, of the form told at {@link TenantId}
     * @param firstAdmin becomes a user with the role of administrator
     * @return the id
     * @throws io.tikit.api.error.InvalidException if the name or the person is not acceptable
     * @throws io.tikit.api.error.ConflictException if the tenant exists
     */
    TenantId create(String id, Person firstAdmin);

    /**
     * Creates a tenant unless it exists. The person is used only when the tenant is new. Safe to call at every start and
     * from several nodes at once.
     *
     * @param id its name
     * @param firstAdmin becomes the first administrator of a new tenant
     * @return the id
     * @throws io.tikit.api.error.InvalidException if the name or the person is not acceptable
     */
    TenantId createIfAbsent(String id, Person firstAdmin);

    /**
     * Finds a tenant by name.
     *
     * @param id its name; a malformed name is merely not found
     * @return the id, or empty
     */
    Optional<TenantId> find(String id);

    /**
     * Lists tenants by name.
     *
     * @param page how many, from where
     * @return one page
     * @throws io.tikit.api.error.InvalidException if the cursor belongs to another query
     */
    Page<TenantId> list(PageRequest page);
}
