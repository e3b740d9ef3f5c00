package io.tikit.api.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * One step of an order. What has no value comes after all values, and first when the order descends. The engine adds the
 * id as the last step, so every order is total.
 *
 * @param field the key of the field
 * @param ascending whether the smallest comes first
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Order(String field, boolean ascending) {
    /** Checks that nothing is null. */
    public Order {
        Objects.requireNonNull(field, "field");
    }
}
