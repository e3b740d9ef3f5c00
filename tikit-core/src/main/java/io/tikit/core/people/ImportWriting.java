package io.tikit.core.people;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.LimitException;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.people.UserState;
import io.tikit.core.login.Departure;
import io.tikit.core.pipeline.Execution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes what was decided for the lines of one unit, with the events that single commands would have. */
final class ImportWriting {
    private final Execution execution;
    private final KnownPeople known;

    ImportWriting(Execution execution, KnownPeople known) {
        this.execution = execution;
        this.known = known;
    }

    void write(List<ImportDecision> decisions) {
        hold(decisions);
        lock(decisions);
        decisions.stream()
                .filter(decision -> decision.before().isPresent())
                .forEach(decision -> decision.after().ifPresent(after -> change(decision, after)));
        decisions.stream()
                .filter(decision ->
                        decision.before().isEmpty() && decision.after().isPresent())
                .sorted(Comparator.comparing(ImportWriting::taken))
                .forEach(decision -> decision.after().ifPresent(after -> create(decision, after)));
        // Teams are locked in the order of their ids, each once, so that two imports do not wait for each other.
        Map<TeamId, Set<UserId>> comes = new HashMap<>();
        Map<TeamId, Set<UserId>> goes = new HashMap<>();
        Map<String, TeamId> teams = new TreeMap<>();
        for (ImportDecision decision : decisions) {
            decision.after().map(User::id).ifPresent(user -> {
                decision.comes().forEach(team -> add(team, user, comes, teams));
                decision.goes().forEach(team -> add(team, user, goes, teams));
            });
        }
        teams.values()
                .forEach(team -> write(team, comes.getOrDefault(team, Set.of()), goes.getOrDefault(team, Set.of())));
    }

    /** Organisations that somebody joins stay as they are until the unit ends; held in order, as teams are. */
    private void hold(List<ImportDecision> decisions) {
        Map<String, OrganisationId> joined = new TreeMap<>();
        decisions.forEach(decision -> decision.joins().forEach(id -> joined.put(id.toString(), id)));
        for (OrganisationId id : joined.values()) {
            if (execution
                    .unit()
                    .organisations()
                    .lock(id)
                    .filter(one -> !one.retired())
                    .isEmpty()) {
                throw new ConflictException(
                        ErrorCode.IMPORT_STALE,
                        "organisation " + id + " was retired since the dry run; make another one");
            }
        }
    }

    /**
     * People that change are locked in the order of their ids, whatever the order of the lines, so that two imports of the
     * same people do not wait for each other.
     */
    private void lock(List<ImportDecision> decisions) {
        Map<String, User> changed = new TreeMap<>();
        decisions.stream()
                .filter(ImportWriting::changes)
                .forEach(decision -> decision.before()
                        .ifPresent(before -> changed.put(before.id().toString(), before)));
        for (User before : changed.values()) {
            if (execution
                    .unit()
                    .users()
                    .lock(before.id())
                    .filter(before::equals)
                    .isEmpty()) {
                throw new ConflictException(
                        ErrorCode.STORAGE_CONFLICT, "somebody changed " + before.id() + " while the line was decided");
            }
        }
    }

    private static boolean changes(ImportDecision decision) {
        return decision.after().isPresent()
                && (!decision.after().equals(decision.before())
                        || !decision.joins().isEmpty()
                        || !decision.leaves().isEmpty());
    }

    /** The name under which somebody new is known to be new; two imports take the same names in the same order. */
    private static String taken(ImportDecision decision) {
        return decision.after().map(user -> user.person().subject()).orElse("");
    }

    private static void add(TeamId team, UserId user, Map<TeamId, Set<UserId>> users, Map<String, TeamId> teams) {
        users.computeIfAbsent(team, id -> new HashSet<>()).add(user);
        teams.put(team.toString(), team);
    }

    private void create(ImportDecision decision, User after) {
        execution.unit().users().insert(after);
        decision.joins().forEach(id -> execution.unit().organisations().join(id, after.id()));
        String type = after.state() == UserState.INVITED ? EventTypes.USER_INVITED : EventTypes.USER_CREATED;
        record(type, after, UserChanges.created(after));
    }

    private void change(ImportDecision decision, User after) {
        User before = decision.before().orElseThrow();
        List<FieldChange> changes = new ArrayList<>(UserChanges.between(before, after));
        List<FieldChange> memberships = new ArrayList<>();
        decision.leaves().forEach(id -> memberships.add(membership(id, true)));
        decision.joins().forEach(id -> memberships.add(membership(id, false)));
        if (changes.isEmpty() && memberships.isEmpty()) {
            return;
        }
        execution.unit().users().update(after);
        UserWriting.forgetMails(changes, after, execution);
        decision.leaves().forEach(id -> execution.unit().organisations().leave(id, after.id()));
        decision.joins().forEach(id -> execution.unit().organisations().join(id, after.id()));
        if (before.active() && !after.active()) {
            Departure.of(execution, after.id());
        }
        if (memberships.isEmpty()) {
            record(EventTypes.USER_UPDATED, after, changes);
        } else {
            changes.stream()
                    .filter(change -> change.field().equals("organisation"))
                    .forEach(memberships::add);
            changes.removeIf(change -> change.field().equals("organisation"));
            record(EventTypes.USER_MEMBERSHIP_CHANGED, after, memberships);
            if (!changes.isEmpty()) {
                record(EventTypes.USER_UPDATED, after, changes);
            }
        }
        execution.afterCommit(() -> known.forget(execution.session().tenant(), after));
    }

    private static FieldChange membership(OrganisationId organisation, boolean leaves) {
        Optional<FieldValue> id = Optional.of(new FieldValue.Id(organisation.value()));
        return new FieldChange("organisations", leaves ? id : Optional.empty(), leaves ? Optional.empty() : id);
    }

    private void record(String type, User user, List<FieldChange> changes) {
        execution.record(execution
                .newEvent(execution.time().instant())
                .happened(type, user.id().value(), 0)
                .changes(changes)
                .build());
    }

    private void write(TeamId id, Set<UserId> comes, Set<UserId> goes) {
        Team before = execution
                .unit()
                .teams()
                .lock(id)
                .filter(team -> !team.retired() || comes.isEmpty())
                .orElseThrow(() -> new ConflictException(
                        ErrorCode.IMPORT_STALE, "team " + id + " was retired since the dry run; make another one"));
        Set<UserId> members = new HashSet<>(before.members());
        members.addAll(comes);
        members.removeAll(goes);
        if (members.size() > PeopleRules.MOST_MEMBERS) {
            throw new LimitException(
                    ErrorCode.LIMIT_REACHED,
                    "team " + id + " would have more than " + PeopleRules.MOST_MEMBERS
                            + " members, since others joined it after the dry run; make another one");
        }
        Team after =
                new Team(before.id(), before.parent(), before.name(), members, before.retired(), before.createdAt());
        if (after.equals(before)) {
            return;
        }
        execution.unit().teams().update(before, after);
        execution.afterCommit(() -> {
            known.forgetMemberships(execution.session().tenant(), comes);
            known.forgetMemberships(execution.session().tenant(), goes);
        });
        execution.record(execution
                .newEvent(execution.time().instant())
                .happened(EventTypes.TEAM_UPDATED, id.value(), 0)
                .changes(UpdateTeamHandler.changes(before, after))
                .build());
    }
}
