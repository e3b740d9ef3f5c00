package io.tikit.core.condition;

import io.tikit.api.TenantId;
import io.tikit.spi.condition.FieldCatalog;
import jakarta.inject.Inject;

/** Catalogues of desks that define no fields. */
final class UntypedCatalogs implements FieldCatalogs {
    @Inject
    UntypedCatalogs() {}

    @Override
    public FieldCatalog of(TenantId tenant) {
        return FieldCatalog.untyped();
    }
}
