package io.tikit.core.access;

import com.google.common.base.Suppliers;
import io.tikit.api.access.AccessExplanation;
import io.tikit.api.access.EffectivePermission;
import io.tikit.api.access.Permission;
import io.tikit.api.access.Scope;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.Role;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.core.pipeline.Authority;
import io.tikit.spi.condition.Binding;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.condition.FieldCatalog;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * What an actor holds: the grants of the role, bound to who the actor is, of which teams, and when. What must be read for
 * that is read when it is first needed, and kept as long as this is.
 */
public final class Rights implements Authority {
    /** Of the engine itself, where no desk is at hand. */
    static final Rights ENGINE = nobodys(Role.ADMIN);

    /** Of somebody of whom nothing is settled. */
    static final Rights NONE = nobodys(new Role("nobody"));

    /**
     * Who holds it.
     *
     * @param me the user, if it is one
     * @param now when
     * @param zone whose days are meant
     */
    public record Holder(Optional<UserId> me, Instant now, ZoneId zone) {}

    /**
     * Where the holder belongs; each is asked when a scope speaks of it.
     *
     * @param teams of which teams the holder is a member, by id
     * @param organisations to which organisations the holder belongs
     * @param sharing those of them whose members see each other's tickets
     * @param subtree gives a node of a field's tree and all below it
     */
    public record Places(
            Supplier<List<TeamId>> teams,
            Supplier<List<OrganisationId>> organisations,
            Supplier<List<OrganisationId>> sharing,
            BiFunction<String, FieldValue, Collection<FieldValue>> subtree) {}

    private final Role role;
    private final Supplier<Roles> roles;
    private final Holder holder;
    private final Supplier<List<TeamId>> teams;
    private final Supplier<List<OrganisationId>> sharing;
    private final Places places;
    private final Optional<Set<String>> limit;
    private final Supplier<Grants> grants;

    /**
     * Binds a role.
     *
     * @param role the role
     * @param roles the roles of the desk; asked once at most
     * @param holder who
     * @param places where the holder belongs
     */
    public Rights(Role role, Supplier<Roles> roles, Holder holder, Places places) {
        this(role, roles, holder, places, Optional.empty());
    }

    private Rights(Role role, Supplier<Roles> roles, Holder holder, Places places, Optional<Set<String>> limit) {
        this.role = role;
        this.roles = Suppliers.memoize(roles::get);
        this.holder = holder;
        this.places = places;
        this.limit = limit;
        this.teams = Suppliers.memoize(() -> places.teams().get());
        this.sharing = Suppliers.memoize(() -> places.sharing().get());
        this.grants = Suppliers.memoize(this::held);
    }

    private static Rights nobodys(Role role) {
        return new Rights(
                role,
                () -> Roles.BUILT_IN,
                new Holder(Optional.empty(), Instant.EPOCH, ZoneId.of("UTC")),
                new Places(List::of, List::of, List::of, (field, root) -> List.of(root)));
    }

    /** The same, with no other permissions than these. */
    Rights within(Set<String> permissions) {
        return new Rights(role, roles, holder, places, Optional.of(permissions));
    }

    @Override
    public List<TeamId> teams() {
        return teams.get();
    }

    List<OrganisationId> organisations() {
        return places.organisations().get();
    }

    Roles roles() {
        return roles.get();
    }

    Grants grants() {
        return grants.get();
    }

    private Grants held() {
        Grants all = role.equals(Role.ADMIN) ? Grants.EVERYTHING : roles().of(role);
        return limit.map(all::within).orElse(all);
    }

    /** Whether the permission is held on some ticket, or of the desk. */
    boolean may(Permission permission) {
        return grants().of(permission).isSomewhere();
    }

    /** The tickets on which a permission is held. */
    Condition tickets(Permission permission) {
        return bound(grants().of(permission));
    }

    /** Scope by scope, so that what is one's own needs no look at what others share. */
    boolean may(Permission permission, Ticket ticket) {
        Grants.Scopes scopes = grants().of(permission);
        return scopes.isSomewhere()
                && scopes.allowed().stream().anyMatch(scope -> holds(condition(scope), ticket))
                && scopes.denied().stream().noneMatch(scope -> holds(condition(scope), ticket));
    }

    /** Whether words in notes may be looked for: all notes on what is seen must be readable. */
    boolean readsAllNotes() {
        Condition notes = tickets(Permission.NOTE_READ);
        return notes.equals(Condition.always()) || notes.equals(tickets(Permission.TICKET_SEE));
    }

    /** Whether nothing of any ticket is hidden. */
    boolean seesEverything() {
        return tickets(Permission.TICKET_SEE).equals(Condition.always())
                && tickets(Permission.NOTE_READ).equals(Condition.always())
                && hiddenSomewhere().isEmpty();
    }

    /** Fields that are hidden on some tickets, of which therefore nothing can be asked. */
    Set<String> hiddenSomewhere() {
        Set<String> hidden = new TreeSet<>();
        grants().fields().forEach((field, scopes) -> {
            if (!scopes.isReadEverywhere()) {
                hidden.add(field);
            }
        });
        return TicketView.withAgents(hidden);
    }

    Set<String> hidden(Ticket ticket) {
        Set<String> hidden = new TreeSet<>();
        grants().fields().forEach((field, scopes) -> {
            if (!holds(bound(scopes.read()), ticket)) {
                hidden.add(field);
            }
        });
        return TicketView.withAgents(hidden);
    }

    boolean writes(String field, Ticket ticket) {
        String assignee = TicketFields.ASSIGNEE.key();
        return writesItself(field, ticket)
                && (!TicketView.isOfAssignee(field) || field.equals(assignee) || writesItself(assignee, ticket));
    }

    private boolean writesItself(String field, Ticket ticket) {
        Grants.FieldScopes scopes = grants().fields().get(field);
        return scopes == null || (holds(bound(scopes.read()), ticket) && holds(bound(scopes.write()), ticket));
    }

    /** Of somebody who has this role and is not active. */
    public static Rights nothing(Role role) {
        return nobodys(role).within(Set.of());
    }

    /** What is held somewhere, in the order of the permissions. */
    public List<EffectivePermission> effective() {
        return Arrays.stream(Permission.values())
                .filter(this::may)
                .map(permission -> new EffectivePermission(
                        permission,
                        grants().of(permission).allowed(),
                        grants().of(permission).denied()))
                .toList();
    }

    /** Whether a permission is held, with the lines that decide. */
    public AccessExplanation explain(UserId user, Permission permission, Optional<Ticket> ticket) {
        List<AccessExplanation.Line> lines = new ArrayList<>(lines(permission, ticket));
        boolean allowed = ticket.map(on -> may(permission, on)).orElseGet(() -> may(permission));
        if (ticket.isPresent() && permission.isOnTickets() && permission != Permission.TICKET_SEE) {
            lines.addAll(lines(Permission.TICKET_SEE, ticket));
            allowed &= may(Permission.TICKET_SEE, ticket.get());
        }
        return new AccessExplanation(user, role, permission, ticket.map(Ticket::id), allowed, lines);
    }

    private List<AccessExplanation.Line> lines(Permission permission, Optional<Ticket> ticket) {
        return grants().definition().grants().stream()
                .filter(grant -> grant.covers(permission))
                .map(grant -> new AccessExplanation.Line(grant, permission, reason(grant.scope(), ticket)))
                .toList();
    }

    private AccessExplanation.Reason reason(Scope scope, Optional<Ticket> ticket) {
        if (scope instanceof Scope.All
                || ticket.filter(on -> holds(condition(scope), on)).isPresent()) {
            return AccessExplanation.Reason.HOLDS;
        }
        if (ticket.isEmpty()) {
            return AccessExplanation.Reason.SOME_TICKETS;
        }
        if (scope instanceof Scope.Teams) {
            return AccessExplanation.Reason.NO_TEAM_OF_THE_USER;
        }
        if (scope instanceof Scope.OfCategory) {
            return AccessExplanation.Reason.OTHER_CATEGORY;
        }
        if (scope instanceof Scope.Organisations || scope instanceof Scope.Shared) {
            return AccessExplanation.Reason.NO_ORGANISATION_OF_THE_USER;
        }
        return scope instanceof Scope.Own
                ? AccessExplanation.Reason.NOT_THE_USERS_OWN
                : AccessExplanation.Reason.CONDITION_FAILS;
    }

    static boolean holds(Condition condition, Ticket ticket) {
        return condition.equals(Condition.always()) || ConditionInterpreter.holds(condition, ticket);
    }

    private Condition bound(Grants.Scopes scopes) {
        if (!scopes.isSomewhere()) {
            return Condition.never();
        }
        Condition allowed = anyOf(scopes.allowed());
        return scopes.denied().isEmpty()
                ? allowed
                : allowed.and(anyOf(scopes.denied()).negate());
    }

    private Condition anyOf(List<Scope> scopes) {
        List<Condition> parts = new ArrayList<>();
        for (Scope scope : scopes) {
            Condition part = condition(scope);
            if (part.equals(Condition.always())) {
                return part;
            }
            if (!part.equals(Condition.never())) {
                parts.add(part);
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
    }

    /** The tickets of a scope, as a condition of constants over columns of tickets. */
    Condition condition(Scope scope) {
        if (scope instanceof Scope.All) {
            return Condition.always();
        }
        if (scope instanceof Scope.Where where) {
            return new Binding(
                            holder.now(),
                            holder.zone(),
                            holder.me(),
                            asksForTeams(where.condition()) ? teams() : List.of(),
                            FieldCatalog.untyped(),
                            places.subtree())
                    .bind(where.condition());
        }
        if (scope instanceof Scope.OfCategory of) {
            FieldValue root = new FieldValue.Id(of.category().value());
            return oneOf(TicketFields.CATEGORY.key(), List.of(root), of.below());
        }
        if (holder.me().isEmpty()) {
            return Condition.never();
        }
        if (scope instanceof Scope.Teams mine) {
            return oneOf(
                    TicketFields.TEAM.key(),
                    teams().stream()
                            .<FieldValue>map(team -> new FieldValue.Id(team.value()))
                            .toList(),
                    mine.below());
        }
        if (scope instanceof Scope.Organisations || scope instanceof Scope.Shared) {
            return oneOf(
                    TicketFields.ORGANISATION.key(),
                    (scope instanceof Scope.Shared ? sharing : places.organisations())
                            .get().stream()
                                    .<FieldValue>map(organisation -> new FieldValue.Id(organisation.value()))
                                    .toList(),
                    false);
        }
        UserId me = holder.me().get();
        List<Condition> own = ((Scope.Own) scope)
                .as().stream()
                        .sorted()
                        .map(relation -> switch (relation) {
                            case REQUESTER -> TicketFields.REQUESTER.is(me);
                            case SUBMITTER -> TicketFields.SUBMITTER.is(me);
                            case ASSIGNEE -> TicketFields.ASSIGNEE.is(me);
                        })
                        .toList();
        return own.size() == 1 ? own.get(0) : new Condition.Any(own);
    }

    private Condition oneOf(String field, List<FieldValue> roots, boolean below) {
        Set<FieldValue> nodes = new LinkedHashSet<>(roots);
        if (below) {
            roots.forEach(root -> nodes.addAll(places.subtree().apply(field, root)));
        }
        return nodes.isEmpty() ? Condition.never() : new Condition.OneOf(field, List.copyOf(nodes));
    }

    private static boolean asksForTeams(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().anyMatch(Rights::asksForTeams);
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(Rights::asksForTeams);
        }
        if (condition instanceof Condition.Not not) {
            return asksForTeams(not.part());
        }
        return condition instanceof Condition.Mine mine && mine.whose() == Condition.Whose.MY_TEAMS;
    }
}
