package io.tikit.core.condition;

import io.tikit.api.TenantId;
import io.tikit.api.condition.FieldValue;
import io.tikit.spi.condition.FieldCatalog;
import java.util.Collection;

/** The fields of each desk. */
public interface FieldCatalogs {
    /** The catalogue of a tenant as it is now; answers from memory. */
    FieldCatalog of(TenantId tenant);

    /** A node of a field's tree and all nodes below it; answers from memory. A field without a tree has the node alone. */
    Collection<FieldValue> subtree(TenantId tenant, String field, FieldValue root);
}
