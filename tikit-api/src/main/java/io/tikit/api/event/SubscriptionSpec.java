package io.tikit.api.event;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Says which events a listener wants, and whether it may miss any.
 *
 * @param name the name of a durable subscription: lower-case ASCII letters, digits, dot, hyphen or underscore, at most
 *     40 characters; empty for a live one
 * @param types the types of events wanted; empty for all
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record SubscriptionSpec(Optional<String> name, Set<String> types) {
    /** Copies the types. */
    public SubscriptionSpec {
        Objects.requireNonNull(name, "name");
        types = Set.copyOf(types);
    }

    /**
     * Events from now on, on this node, while it runs.
     *
     * @return the specification
     */
    public static SubscriptionSpec live() {
        return new SubscriptionSpec(Optional.empty(), Set.of());
    }

    /**
     * Every event from the first subscription of this name on, at least once, on one node at a time, across restarts.
     *
     * @param name what the position is kept under
     * @return the specification
     */
    public static SubscriptionSpec durable(String name) {
        return new SubscriptionSpec(Optional.of(name), Set.of());
    }

    /**
     * Only these types.
     *
     * @param wanted the types
     * @return a copy
     */
    public SubscriptionSpec ofTypes(String... wanted) {
        return new SubscriptionSpec(name, Set.of(wanted));
    }
}
