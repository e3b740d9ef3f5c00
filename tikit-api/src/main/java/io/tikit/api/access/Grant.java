package io.tikit.api.access;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One line of a role: allows or denies actions on some tickets.
 *
 * @param effect allow or deny
 * @param actions what, each a key of a {@link Permission}, {@code group.*} or {@code *}, which speak of permissions to
 *     come as well; in the order of their letters, each once
 * @param scope on which tickets
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Grant(Effect effect, List<String> actions, Scope scope) {
    /** Sorts the actions and takes each once. */
    public Grant {
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(scope, "scope");
        actions = List.copyOf(new TreeSet<>(actions));
    }

    /**
     * Allows.
     *
     * @param scope on which tickets
     * @param actions what
     * @return the grant
     */
    public static Grant allow(Scope scope, String... actions) {
        return new Grant(Effect.ALLOW, List.copyOf(Set.of(actions)), scope);
    }

    /**
     * Denies.
     *
     * @param scope on which tickets
     * @param actions what
     * @return the grant
     */
    public static Grant deny(Scope scope, String... actions) {
        return new Grant(Effect.DENY, List.copyOf(Set.of(actions)), scope);
    }

    /**
     * Tells whether it speaks of a permission.
     *
     * @param permission the permission
     * @return whether one of the actions matches it
     */
    public boolean covers(Permission permission) {
        return actions.stream().anyMatch(permission::matches);
    }
}
