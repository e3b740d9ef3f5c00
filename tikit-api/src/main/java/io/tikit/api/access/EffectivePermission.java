package io.tikit.api.access;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.Objects;

/**
 * A permission that somebody holds somewhere.
 *
 * @param permission which one
 * @param allowed where it is given, at least one scope
 * @param denied where it is taken away again
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record EffectivePermission(Permission permission, List<Scope> allowed, List<Scope> denied) {
    /** Copies the lists. */
    public EffectivePermission {
        Objects.requireNonNull(permission, "permission");
        allowed = List.copyOf(allowed);
        denied = List.copyOf(denied);
    }
}
