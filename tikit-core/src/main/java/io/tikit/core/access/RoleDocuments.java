package io.tikit.core.access;

import io.tikit.api.access.Effect;
import io.tikit.api.access.FieldRule;
import io.tikit.api.access.Grant;
import io.tikit.api.access.Permission;
import io.tikit.api.access.RoleDefinition;
import io.tikit.api.access.Scope;
import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.ConditionUse;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.people.Role;
import io.tikit.api.ticket.TicketFields;
import io.tikit.core.condition.ConditionText;
import io.tikit.spi.condition.ConditionCheck;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.condition.TicketFieldCatalog;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.ConfigurationKind;
import io.tikit.spi.configuration.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Roles as configuration documents. The key of a document is that of the role. */
public final class RoleDocuments implements ConfigurationKind<RoleDefinition> {
    private static final int MOST_GRANTS = 100;
    private static final int MOST_ACTIONS = 50;
    private static final int MOST_FIELDS = 300;
    private static final int LONGEST_KEY = 60;
    private static final int LONGEST_CONDITION = 4_000;
    private static final FieldCatalog CATALOG = FieldCatalog.untyped();
    private static final Set<String> WRITTEN = Set.of(
            TicketFields.SUBJECT.key(),
            TicketFields.TYPE.key(),
            TicketFields.PRIORITY.key(),
            TicketFields.STATUS.key(),
            TicketFields.REQUESTER.key(),
            TicketFields.TEAM.key(),
            TicketFields.ASSIGNEE.key(),
            TicketFields.CATEGORY.key(),
            TicketFields.ORGANISATION.key());

    /** How documents call the scopes. */
    private enum ScopeName {
        ALL,
        TEAM,
        CATEGORY,
        ORGANISATION,
        SHARED,
        OWN,
        CONDITION
    }

    @Override
    public String name() {
        return RoleDefinition.KIND;
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public RoleDefinition read(BodyReader body) {
        if (!isRole(body.id().key())) {
            body.finding("", "bad_key", "the key of a role has lower-case letters, digits and underscores");
        } else if (body.id().key().equals(Role.ADMIN.key())) {
            body.finding("", "role_fixed", "administrators hold everything; this cannot be changed");
        }
        return new RoleDefinition(
                body.objects("grants", MOST_GRANTS, RoleDocuments::grant),
                body.objects("fields", MOST_FIELDS, RoleDocuments::rule));
    }

    private static boolean isRole(String key) {
        try {
            return new Role(key).key().equals(key);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Grant grant(BodyReader body) {
        Effect effect = body.choice("effect", Effect.class, Effect.DENY);
        List<String> actions = body.texts("actions", MOST_ACTIONS, LONGEST_KEY);
        Scope scope = scope(body);
        if (actions.isEmpty()) {
            body.finding("actions", "required", "a grant speaks of at least one action");
        }
        for (String action : actions) {
            List<Permission> meant = Arrays.stream(Permission.values())
                    .filter(permission -> permission.matches(action))
                    .toList();
            if (meant.isEmpty()) {
                body.finding(
                        "actions",
                        "unknown_permission",
                        "there is no permission '" + action + "'",
                        Map.of("permission", action));
            } else if (!(scope instanceof Scope.All) && !meant.stream().allMatch(Permission::isOnTickets)) {
                body.finding(
                        "actions",
                        "desk_wide",
                        "'" + action + "' is held of the whole desk, so its scope is all",
                        Map.of("permission", action));
            }
        }
        return new Grant(effect, actions, scope);
    }

    private static Scope scope(BodyReader body) {
        ScopeName name = body.has("scope") ? body.choice("scope", ScopeName.class, ScopeName.ALL) : ScopeName.ALL;
        return switch (name) {
            case ALL -> Scope.all();
            case TEAM -> new Scope.Teams(body.flag("below", false));
            case CATEGORY -> category(body);
            case ORGANISATION -> new Scope.Organisations();
            case SHARED -> new Scope.Shared();
            case OWN -> own(body);
            case CONDITION -> new Scope.Where(condition(body));
        };
    }

    private static Scope category(BodyReader body) {
        boolean below = body.flag("below", true);
        String text = body.text("category", LONGEST_KEY);
        try {
            return new Scope.OfCategory(new CategoryId(UUID.fromString(text)), below);
        } catch (IllegalArgumentException e) {
            if (!text.isEmpty()) {
                body.finding("category", "bad_value", "the id of a category is written as a UUID");
            }
            return new Scope.OfCategory(new CategoryId(new UUID(0, 0)), below);
        }
    }

    private static Scope own(BodyReader body) {
        Set<Scope.Relation> as = EnumSet.noneOf(Scope.Relation.class);
        for (String text : body.texts("as", Scope.Relation.values().length, LONGEST_KEY)) {
            Optional<Scope.Relation> relation = Arrays.stream(Scope.Relation.values())
                    .filter(one -> lower(one).equals(text))
                    .findFirst();
            relation.ifPresentOrElse(
                    as::add,
                    () -> body.finding(
                            "as",
                            "one_of",
                            "must be requester, submitter or assignee",
                            Map.of("known", List.of("requester", "submitter", "assignee"))));
        }
        if (as.isEmpty()) {
            body.finding("as", "required", "say whether as requester, submitter or assignee");
            return Scope.requested();
        }
        return new Scope.Own(as);
    }

    private static Condition condition(BodyReader body) {
        String text = body.text("condition", LONGEST_CONDITION);
        if (text.isEmpty()) {
            return Condition.never();
        }
        try {
            Condition condition = ConditionText.parse(text, CATALOG);
            for (Violation v : ConditionCheck.violations(condition, ConditionUse.PERMISSION, CATALOG)) {
                body.finding("condition", v.key(), v.message(), v.parameters());
            }
            return condition;
        } catch (InvalidException e) {
            for (Violation v : e.violations()) {
                body.finding("condition", v.key(), v.message(), v.parameters());
            }
            return Condition.never();
        }
    }

    private static FieldRule rule(BodyReader body) {
        String field = body.text("field", LONGEST_KEY);
        Optional<Effect> read = effect(body, "read");
        Optional<Effect> write = effect(body, "write");
        Scope scope = scope(body);
        boolean custom = TicketFieldCatalog.customKey(field).isPresent();
        if (!field.isEmpty() && !custom && !WRITTEN.contains(field) && !TicketView.HIDEABLE.contains(field)) {
            body.finding(
                    "field",
                    "unknown_field",
                    "there is no field '" + field + "' of which a role can speak",
                    Map.of("field", field));
        } else if (read.isPresent() && !custom && !TicketView.HIDEABLE.contains(field)) {
            body.finding(
                    "read",
                    "field_always_read",
                    "every ticket has the field '" + field + "', so it cannot be hidden",
                    Map.of("field", field));
        }
        if (read.isEmpty() && write.isEmpty()) {
            body.finding("", "required", "say what holds for reading or for writing");
        }
        return new FieldRule(field, read, write, scope);
    }

    private static Optional<Effect> effect(BodyReader body, String name) {
        return body.has(name) ? Optional.of(body.choice(name, Effect.class, Effect.DENY)) : Optional.empty();
    }

    /** A scope of a category that is not there would be a scope of nothing, which nobody means. */
    @Override
    public List<Reference> references(RoleDefinition role) {
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < role.grants().size(); i++) {
            category("grants[" + i + "].category", role.grants().get(i).scope(), references);
        }
        for (int i = 0; i < role.fields().size(); i++) {
            category("fields[" + i + "].category", role.fields().get(i).scope(), references);
        }
        return references;
    }

    private static void category(String path, Scope scope, List<Reference> references) {
        if (scope instanceof Scope.OfCategory of) {
            references.add(new Reference.ToCategory(path, of.category()));
        }
    }

    @Override
    public Map<String, Object> write(RoleDefinition role) {
        List<Object> grants = new ArrayList<>();
        for (Grant grant : role.grants()) {
            Map<String, Object> written = new LinkedHashMap<>();
            written.put("effect", lower(grant.effect()));
            written.put("actions", new ArrayList<Object>(grant.actions()));
            write(grant.scope(), written);
            grants.add(written);
        }
        List<Object> fields = new ArrayList<>();
        for (FieldRule rule : role.fields()) {
            Map<String, Object> written = new LinkedHashMap<>();
            written.put("field", rule.field());
            rule.read().ifPresent(effect -> written.put("read", lower(effect)));
            rule.write().ifPresent(effect -> written.put("write", lower(effect)));
            write(rule.scope(), written);
            fields.add(written);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("grants", grants);
        if (!fields.isEmpty()) {
            body.put("fields", fields);
        }
        return body;
    }

    private static void write(Scope scope, Map<String, Object> written) {
        if (scope instanceof Scope.All) {
            written.put("scope", lower(ScopeName.ALL));
        } else if (scope instanceof Scope.Teams teams) {
            written.put("scope", lower(ScopeName.TEAM));
            written.put("below", teams.below());
        } else if (scope instanceof Scope.OfCategory of) {
            written.put("scope", lower(ScopeName.CATEGORY));
            written.put("category", of.category().value().toString());
            written.put("below", of.below());
        } else if (scope instanceof Scope.Organisations) {
            written.put("scope", lower(ScopeName.ORGANISATION));
        } else if (scope instanceof Scope.Shared) {
            written.put("scope", lower(ScopeName.SHARED));
        } else if (scope instanceof Scope.Own own) {
            written.put("scope", lower(ScopeName.OWN));
            List<Object> as = new ArrayList<>();
            own.as().stream().sorted().forEach(relation -> as.add(lower(relation)));
            written.put("as", as);
        } else if (scope instanceof Scope.Where where) {
            written.put("scope", lower(ScopeName.CONDITION));
            written.put("condition", ConditionText.print(where.condition(), CATALOG));
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
