package io.tikit.core.condition;

import io.tikit.api.TenantId;
import io.tikit.spi.condition.FieldCatalog;

/** The fields of each desk. */
public interface FieldCatalogs {
    /** The catalogue of a tenant as it is now; answers from memory. */
    FieldCatalog of(TenantId tenant);
}
