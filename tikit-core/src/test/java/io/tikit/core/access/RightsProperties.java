package io.tikit.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.access.Effect;
import io.tikit.api.access.FieldRule;
import io.tikit.api.access.Grant;
import io.tikit.api.access.Permission;
import io.tikit.api.access.RoleDefinition;
import io.tikit.api.access.Scope;
import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.Role;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.tck.Requirement;
import io.tikit.tck.SampleData;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What roles hold is what somebody would say who reads their lines one by one, whatever the scopes. */
class RightsProperties {
    private static final List<UUID> IDS = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4));
    private static final List<String> ACTIONS =
            List.of("*", "ticket.*", "note.*", "ticket.see", "note.read", "ticket.change");
    private static final List<String> FIELDS = List.of("team", "assignee", "category", "organisation", "field.secret");

    /** Somebody, and where they belong. */
    private record Somebody(Optional<UserId> me, List<TeamId> teams, List<OrganisationId> organisations) {
        /** Every other organisation shares. */
        List<OrganisationId> sharing() {
            return organisations.stream()
                    .filter(id -> IDS.indexOf(id.value()) % 2 == 0)
                    .toList();
        }
    }

    @Property(tries = 100)
    @Requirement("REQ-UM-002")
    void rolesHoldWhatTheirLinesSay(@ForAll long seed) {
        Random random = new Random(seed);
        RoleDefinition definition = definition(random);
        Somebody who = new Somebody(
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(new UserId(one(random))),
                random.nextBoolean() ? List.of(new TeamId(one(random))) : List.of(),
                random.nextBoolean() ? List.of(new OrganisationId(one(random))) : List.of());
        Role role = new Role("sample");
        Rights rights = new Rights(
                role,
                () -> Roles.of(Map.of(role, definition)),
                new Rights.Holder(who.me(), Instant.EPOCH, ZoneId.of("UTC")),
                new Rights.Places(
                        () -> who.teams(),
                        () -> who.organisations(),
                        () -> who.sharing(),
                        (field, root) -> below(root)));
        for (int i = 0; i < 20; i++) {
            Ticket ticket = ticket(random);
            for (Permission permission : Permission.values()) {
                List<Grant> lines = definition.grants().stream()
                        .filter(grant -> grant.covers(permission) && holds(grant.scope(), who, ticket))
                        .toList();
                boolean wanted = lines.stream().anyMatch(grant -> grant.effect() == Effect.ALLOW)
                        && lines.stream().noneMatch(grant -> grant.effect() == Effect.DENY);
                assertThat(rights.may(permission, ticket))
                        .as("seed " + seed + ": " + permission + " by " + definition)
                        .isEqualTo(wanted);
                assertThat(wanted && !rights.may(permission))
                        .as("held nowhere, but here")
                        .isFalse();
            }
            for (String field : FIELDS) {
                boolean read = reads(definition, field, who, ticket);
                assertThat(rights.hidden(ticket).contains(field))
                        .as("seed " + seed + ": reads " + field + " by " + definition)
                        .isEqualTo(!read);
                assertThat(read || rights.hiddenSomewhere().contains(field)).isTrue();
            }
        }
    }

    /** Who holds no more on every ticket is allowed to hold it; the form of roles may forbid more, but never allow it. */
    @Property(tries = 100)
    @Requirement("REQ-UM-002")
    void whatMayBeGivenHoldsNoMore(@ForAll long seed) {
        Random random = new Random(seed);
        RoleDefinition mine = definition(random);
        RoleDefinition theirs = random.nextBoolean() ? definition(random) : narrower(mine, random);
        if (!Grants.of(mine).exceededBy(Grants.of(theirs)).isEmpty()) {
            return;
        }
        Somebody who = new Somebody(
                Optional.of(new UserId(one(random))),
                List.of(new TeamId(one(random))),
                List.of(new OrganisationId(one(random))));
        for (int i = 0; i < 30; i++) {
            Ticket ticket = ticket(random);
            for (Permission permission : Permission.values()) {
                assertThat(allowed(theirs, permission, who, ticket) && !allowed(mine, permission, who, ticket))
                        .as("seed " + seed + ": " + permission + " by " + theirs + " beyond " + mine)
                        .isFalse();
            }
            for (String field : FIELDS) {
                assertThat(reads(theirs, field, who, ticket) && !reads(mine, field, who, ticket))
                        .as("seed " + seed + ": reads " + field + " by " + theirs + " beyond " + mine)
                        .isFalse();
            }
        }
    }

    @Property(tries = 200)
    void documentsSayWhatDefinitionsSay(@ForAll long seed) {
        RoleDefinition definition = definition(new Random(seed));
        RoleDocuments documents = new RoleDocuments();
        BodyReader body = BodyReader.of(new DocumentKey("role", "sample"), "Sample", documents.write(definition));
        RoleDefinition read = documents.read(body);
        boolean deskWide = body.findings().stream().allMatch(v -> v.key().equals("desk_wide"));
        assertThat(deskWide).as(body.findings().toString()).isTrue();
        assertThat(read).isEqualTo(definition);
    }

    private static RoleDefinition narrower(RoleDefinition wide, Random random) {
        RoleDefinition role = wide;
        for (int i = random.nextInt(3); i >= 0; i--) {
            role = role.with(Grant.deny(scope(random), "ticket.change"));
        }
        return role.with(FieldRule.hide("field.secret", scope(random)));
    }

    private static RoleDefinition definition(Random random) {
        List<Grant> grants = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            grants.add(new Grant(
                    random.nextInt(3) == 0 ? Effect.DENY : Effect.ALLOW,
                    List.of(ACTIONS.get(random.nextInt(ACTIONS.size()))),
                    scope(random)));
        }
        List<FieldRule> fields = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            fields.add(new FieldRule(
                    FIELDS.get(random.nextInt(FIELDS.size())),
                    Optional.of(random.nextBoolean() ? Effect.DENY : Effect.ALLOW),
                    Optional.empty(),
                    scope(random)));
        }
        return new RoleDefinition(grants, fields);
    }

    private static Scope scope(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Scope.Teams(random.nextBoolean());
            case 1 -> new Scope.OfCategory(new CategoryId(one(random)), random.nextBoolean());
            case 2 -> new Scope.Organisations();
            case 3 ->
                new Scope.Own(
                        random.nextBoolean()
                                ? EnumSet.allOf(Scope.Relation.class)
                                : EnumSet.of(Scope.Relation.values()[random.nextInt(3)]));
            case 4 -> new Scope.Shared();
            case 5 -> new Scope.Where(TicketFields.PRIORITY.isAtLeast(Priority.HIGH));
            default -> Scope.all();
        };
    }

    private static UUID one(Random random) {
        return IDS.get(random.nextInt(IDS.size()));
    }

    private static Optional<UUID> maybe(Random random) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(one(random));
    }

    private static Ticket ticket(Random random) {
        Ticket sample = SampleData.of(random.nextLong())
                .ticket(1, List.of(new UserId(one(random))), List.of(new TeamId(one(random))));
        TicketSummary summary = sample.summary().toBuilder()
                .people(new UserId(one(random)), maybe(random).map(UserId::new).orElse(null))
                .team(maybe(random).map(TeamId::new).orElse(null))
                .assignee(maybe(random).map(UserId::new).orElse(null))
                .category(maybe(random).map(CategoryId::new).orElse(null))
                .organisation(maybe(random).map(OrganisationId::new).orElse(null))
                .build();
        return new Ticket(summary, Map.of("secret", new FieldValue.Whole(1)));
    }

    /** The tree of all fields: 1 above 2, 2 above 3; 4 stands alone. */
    private static Collection<FieldValue> below(FieldValue root) {
        int from = IDS.indexOf(((FieldValue.Id) root).value());
        return from == 3
                ? List.of(root)
                : IDS.subList(from, 3).stream()
                        .<FieldValue>map(FieldValue.Id::new)
                        .toList();
    }

    private static boolean allowed(RoleDefinition role, Permission permission, Somebody who, Ticket ticket) {
        boolean allowed = false;
        for (Grant grant : role.grants()) {
            if (grant.covers(permission) && holds(grant.scope(), who, ticket)) {
                if (grant.effect() == Effect.DENY) {
                    return false;
                }
                allowed = true;
            }
        }
        return allowed;
    }

    private static boolean reads(RoleDefinition role, String field, Somebody who, Ticket ticket) {
        List<FieldRule> rules = role.fields().stream()
                .filter(rule -> rule.field().equals(field) && rule.read().isPresent())
                .toList();
        boolean listed = rules.stream().anyMatch(rule -> rule.read().get() == Effect.ALLOW);
        boolean given = !listed
                || rules.stream()
                        .anyMatch(rule -> rule.read().get() == Effect.ALLOW && holds(rule.scope(), who, ticket));
        return given
                && rules.stream()
                        .noneMatch(rule -> rule.read().get() == Effect.DENY && holds(rule.scope(), who, ticket));
    }

    private static boolean holds(Scope scope, Somebody who, Ticket ticket) {
        TicketSummary t = ticket.summary();
        if (scope instanceof Scope.All) {
            return true;
        }
        if (scope instanceof Scope.Where) {
            return t.priority() == Priority.HIGH || t.priority() == Priority.CRITICAL;
        }
        if (scope instanceof Scope.OfCategory of) {
            return t.category().isPresent()
                    && isIn(t.category().get().value(), of.category().value(), of.below());
        }
        if (who.me().isEmpty()) {
            return false;
        }
        if (scope instanceof Scope.Teams teams) {
            return t.team().isPresent()
                    && who.teams().stream().anyMatch(mine -> isIn(t.team().get().value(), mine.value(), teams.below()));
        }
        if (scope instanceof Scope.Shared) {
            return t.organisation().filter(who.sharing()::contains).isPresent();
        }
        if (scope instanceof Scope.Organisations) {
            return t.organisation().filter(who.organisations()::contains).isPresent();
        }
        Set<Scope.Relation> as = ((Scope.Own) scope).as();
        UserId me = who.me().get();
        return (as.contains(Scope.Relation.REQUESTER) && t.requester().equals(me))
                || (as.contains(Scope.Relation.SUBMITTER) && t.submitter().equals(Optional.of(me)))
                || (as.contains(Scope.Relation.ASSIGNEE) && t.assignee().equals(Optional.of(me)));
    }

    private static boolean isIn(UUID node, UUID root, boolean below) {
        int from = IDS.indexOf(root);
        return node.equals(root) || (below && from < 3 && IDS.indexOf(node) > from && IDS.indexOf(node) < 3);
    }
}
