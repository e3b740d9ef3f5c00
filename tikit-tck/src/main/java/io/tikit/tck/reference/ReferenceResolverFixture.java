package io.tikit.tck.reference;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.reference.ReferenceResolver;
import java.util.Map;

/**
 * What the author of a resolver gives to the contract: the resolver, and what it knows.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface ReferenceResolverFixture {
    /**
     * The resolver, ready to be asked.
     *
     * @return the resolver
     */
    ReferenceResolver resolver();

    /**
     * The desk whose objects are meant; {@code acme} unless a fixture says otherwise.
     *
     * @return the tenant
     */
    default TenantId tenant() {
        return new TenantId("acme");
    }

    /**
     * Objects that are there, at least two.
     *
     * @return labels by id
     */
    Map<String, String> known();

    /**
     * An id that belongs to nothing.
     *
     * @return the id
     */
    String unknown();
}
