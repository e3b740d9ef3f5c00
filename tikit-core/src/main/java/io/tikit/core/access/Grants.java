package io.tikit.core.access;

import io.tikit.api.access.Effect;
import io.tikit.api.access.FieldRule;
import io.tikit.api.access.Grant;
import io.tikit.api.access.Permission;
import io.tikit.api.access.RoleDefinition;
import io.tikit.api.access.Scope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What a role holds, by permission and field; made once for each revision of the configuration. Immutable. */
public final class Grants {
    static final Grants NOTHING = new Grants(RoleDefinition.NOTHING);
    static final Grants EVERYTHING = new Grants(RoleDefinition.EVERYTHING);

    private final RoleDefinition definition;
    private final Map<Permission, Scopes> permissions = new EnumMap<>(Permission.class);
    private final Map<String, FieldScopes> fields = new HashMap<>();

    private Grants(RoleDefinition definition) {
        this.definition = definition;
        for (Permission permission : Permission.values()) {
            permissions.put(
                    permission,
                    Scopes.of(
                            definition.grants().stream()
                                    .filter(grant -> grant.covers(permission))
                                    .toList(),
                            Grant::effect,
                            Grant::scope));
        }
        Map<String, List<FieldRule>> byField = new HashMap<>();
        definition
                .fields()
                .forEach(rule -> byField.computeIfAbsent(rule.field(), field -> new ArrayList<>())
                        .add(rule));
        byField.forEach((field, rules) -> fields.put(field, FieldScopes.of(rules)));
    }

    static Grants of(RoleDefinition definition) {
        return new Grants(definition);
    }

    /** The same, with no other permissions than these. */
    Grants within(Set<String> keys) {
        Grants less = new Grants(definition);
        less.permissions.keySet().removeIf(permission -> !keys.contains(permission.key()));
        return less;
    }

    RoleDefinition definition() {
        return definition;
    }

    /** Where a permission is given and where it is taken away. */
    Scopes of(Permission permission) {
        return permissions.getOrDefault(permission, Scopes.NONE);
    }

    /** The fields of which the role says something. */
    Map<String, FieldScopes> fields() {
        return fields;
    }

    /** Whether somebody who holds this may define or give what another role holds: it must hold no more. */
    List<String> exceededBy(Grants other) {
        List<String> exceeding = new ArrayList<>();
        for (Permission permission : Permission.values()) {
            if (!of(permission).contains(other.of(permission))) {
                exceeding.add(permission.key());
            }
        }
        fields.forEach((field, held) -> {
            FieldScopes wanted = other.fields.getOrDefault(field, FieldScopes.FREE);
            if (!held.contains(wanted)) {
                exceeding.add(field);
            }
        });
        return exceeding;
    }

    /**
     * Scopes of one thing.
     *
     * @param allowed where it is given
     * @param denied where it is taken away
     */
    record Scopes(List<Scope> allowed, List<Scope> denied) {
        static final Scopes NONE = new Scopes(List.of(), List.of());

        static <R> Scopes of(List<R> rules, Function<R, Effect> effect, Function<R, Scope> scope) {
            return new Scopes(
                    rules.stream()
                            .filter(rule -> effect.apply(rule) == Effect.ALLOW)
                            .map(scope)
                            .distinct()
                            .toList(),
                    rules.stream()
                            .filter(rule -> effect.apply(rule) == Effect.DENY)
                            .map(scope)
                            .distinct()
                            .toList());
        }

        boolean isSomewhere() {
            return !allowed.isEmpty() && !denied.contains(Scope.all());
        }

        /** Whether nothing lies in the others that does not lie in these, as far as their form tells. */
        boolean contains(Scopes others) {
            return !others.isSomewhere()
                    || (isSomewhere()
                            && others.allowed.stream().allMatch(scope -> covered(scope, allowed))
                            && denied.stream().allMatch(scope -> covered(scope, others.denied)));
        }

        private static boolean covered(Scope scope, List<Scope> by) {
            return by.stream()
                    .anyMatch(wider -> wider instanceof Scope.All
                            || wider.equals(scope)
                            || (wider instanceof Scope.Own own
                                    && scope instanceof Scope.Own narrower
                                    && own.as().containsAll(narrower.as()))
                            || (wider instanceof Scope.Organisations && scope instanceof Scope.Shared)
                            || (wider instanceof Scope.Teams teams && teams.below() && scope instanceof Scope.Teams)
                            || (wider instanceof Scope.OfCategory of
                                    && of.below()
                                    && scope instanceof Scope.OfCategory narrower
                                    && of.category().equals(narrower.category())));
        }
    }

    /**
     * Scopes of one field; without a word on where it is allowed, that is everywhere.
     *
     * @param read where it is read
     * @param write where it is written
     */
    record FieldScopes(Scopes read, Scopes write) {
        static final FieldScopes FREE = of(List.of());

        static FieldScopes of(List<FieldRule> rules) {
            return new FieldScopes(
                    free(Scopes.of(
                            rules.stream()
                                    .filter(rule -> rule.read().isPresent())
                                    .toList(),
                            rule -> rule.read().orElseThrow(),
                            FieldRule::scope)),
                    free(Scopes.of(
                            rules.stream()
                                    .filter(rule -> rule.write().isPresent())
                                    .toList(),
                            rule -> rule.write().orElseThrow(),
                            FieldRule::scope)));
        }

        private static Scopes free(Scopes said) {
            return said.allowed().isEmpty() ? new Scopes(List.of(Scope.all()), said.denied()) : said;
        }

        boolean contains(FieldScopes others) {
            return read.contains(others.read) && write.contains(others.write);
        }

        boolean isReadEverywhere() {
            return read.allowed().contains(Scope.all()) && read.denied().isEmpty();
        }
    }
}
