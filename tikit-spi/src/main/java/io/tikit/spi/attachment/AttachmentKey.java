package io.tikit.spi.attachment;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.attachment.AttachmentId;
import java.util.Objects;

/**
 * Where a store keeps the bytes of an attachment. The tenant is part of the key, so that no tenant's bytes can be reached
 * from another one, and equal bytes of two tenants are never shared.
 *
 * @param tenant whose
 * @param id which attachment
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record AttachmentKey(TenantId tenant, AttachmentId id) {
    /** Checks that nothing is null. */
    public AttachmentKey {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(id, "id");
    }
}
