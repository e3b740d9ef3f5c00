package io.tikit.core.access;

import io.tikit.api.access.RoleDefinition;
import io.tikit.api.people.Role;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The roles of a desk at a revision of its configuration. Immutable. */
public final class Roles {
    private static final Comparator<Role> BY_KEY = Comparator.comparing(Role::key);
    private static final List<Role> FIXED = List.of(Role.ADMIN, Role.MANAGER, Role.AGENT, Role.CUSTOMER);

    /** Those of a desk without documents. */
    public static final Roles BUILT_IN = of(Map.of());

    private final Map<Role, Grants> roles;

    private Roles(Map<Role, Grants> roles) {
        this.roles = Collections.unmodifiableMap(roles);
    }

    /**
     * The built-in roles and those of documents.
     *
     * @param defined what documents say; a role whose document this engine cannot read is there and holds nothing
     */
    public static Roles of(Map<Role, RoleDefinition> defined) {
        Map<Role, Grants> all = new HashMap<>();
        FIXED.forEach(
                role -> all.put(role, Grants.of(RoleDefinition.builtIn(role).orElseThrow())));
        defined.forEach((role, definition) -> all.put(role, Grants.of(definition)));
        all.put(Role.ADMIN, Grants.EVERYTHING);
        return new Roles(all);
    }

    public boolean isKnown(Role role) {
        return roles.containsKey(role);
    }

    /** What a role holds; nothing if there is no such role. */
    public Grants of(Role role) {
        return roles.getOrDefault(role, Grants.NOTHING);
    }

    /** What a role says. */
    public Optional<RoleDefinition> definition(Role role) {
        return Optional.ofNullable(roles.get(role)).map(Grants::definition);
    }

    /** All roles by key. */
    public List<Role> all() {
        return roles.keySet().stream().sorted(BY_KEY).toList();
    }
}
