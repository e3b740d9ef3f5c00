package io.tikit.api.access;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a role holds. Kept as a configuration document of kind {@link #KIND} whose key is that of the {@link Role} and
 * whose label is its name for people. The order of the parts means nothing. Immutable.
 *
 * @param grants what is allowed and denied
 * @param fields what holds for single fields
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record RoleDefinition(List<Grant> grants, List<FieldRule> fields) {
    /** The kind of the documents. */
    public static final String KIND = "role";

    /** Holds nothing, as does a role that nobody has defined. */
    public static final RoleDefinition NOTHING = new RoleDefinition(List.of(), List.of());

    /** Holds everything, as administrators always do. */
    public static final RoleDefinition EVERYTHING = of(Grant.allow(Scope.all(), "*"));

    /** Copies the lists. */
    public RoleDefinition {
        grants = List.copyOf(grants);
        fields = List.copyOf(fields);
    }

    /**
     * A role of grants alone.
     *
     * @param grants the grants
     * @return the definition
     */
    public static RoleDefinition of(Grant... grants) {
        return new RoleDefinition(List.of(grants), List.of());
    }

    /**
     * The same with one more rule for a field.
     *
     * @param rule the rule
     * @return a copy
     */
    public RoleDefinition with(FieldRule rule) {
        List<FieldRule> all = new ArrayList<>(fields);
        all.add(rule);
        return new RoleDefinition(grants, all);
    }

    /**
     * The same with one more grant.
     *
     * @param grant the grant
     * @return a copy
     */
    public RoleDefinition with(Grant grant) {
        List<Grant> all = new ArrayList<>(grants);
        all.add(grant);
        return new RoleDefinition(all, fields);
    }

    /**
     * What one of the four built-in roles holds as long as no document says otherwise. Managers and agents hold theirs on
     * all tickets, customers on those that are for them; customers also see those of organisations that share.
     *
     * @param role a role
     * @return its definition; empty if it is none of the four
     */
    public static Optional<RoleDefinition> builtIn(Role role) {
        if (role.equals(Role.ADMIN)) {
            return Optional.of(EVERYTHING);
        }
        Scope scope = role.equals(Role.CUSTOMER) ? Scope.requested() : Scope.all();
        String[] actions = Arrays.stream(Permission.values())
                .filter(permission -> permission.isBuiltInto(role))
                .map(Permission::key)
                .toArray(String[]::new);
        Optional<RoleDefinition> definition =
                actions.length == 0 ? Optional.empty() : Optional.of(of(Grant.allow(scope, actions)));
        return role.equals(Role.CUSTOMER)
                ? definition.map(own -> own.with(Grant.allow(new Scope.Shared(), Permission.TICKET_SEE.key())))
                : definition;
    }
}
