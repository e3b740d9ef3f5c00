package io.tikit.core.people;

import io.tikit.api.access.Permission;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UpdateTeam;
import io.tikit.api.people.UserId;
import io.tikit.core.access.Access;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes teams. */
final class UpdateTeamHandler implements CommandHandler<UpdateTeam, Team> {
    private final Snapshots snapshots;
    private final KnownPeople known;
    private final TeamPlaces places;

    @Inject
    UpdateTeamHandler(Snapshots snapshots, KnownPeople known, TeamPlaces places) {
        this.snapshots = snapshots;
        this.known = known;
        this.places = places;
    }

    @Override
    public Class<UpdateTeam> type() {
        return UpdateTeam.class;
    }

    @Override
    public void check(UpdateTeam command, Violations violations) {
        command.name().ifPresent(name -> violations.line("name", name, 1, PeopleRules.LONGEST_TEAM));
        if (command.add().size() > PeopleRules.MOST_MEMBERS) {
            violations.add(
                    "add",
                    "too_many",
                    "a team has at most " + PeopleRules.MOST_MEMBERS + " members",
                    Map.of("max", PeopleRules.MOST_MEMBERS));
        }
    }

    @Override
    public Set<UserId> mentions(UpdateTeam command) {
        return command.add();
    }

    @Override
    public Team handle(UpdateTeam command, Prepared prepared, Execution execution) {
        Access.require(execution.session(), Permission.PEOPLE_CHANGE);
        if (command.retired().orElse(false)) {
            requireUnreferred(command.id(), execution);
        }
        command.place().ifPresent(place -> places.require(command.id(), place.parent(), execution));
        Team before = execution
                .unit()
                .teams()
                .lock(command.id())
                .orElseThrow(() -> new NotFoundException(ErrorCode.TEAM_NOT_FOUND, "there is no team " + command.id()));
        PeopleRules.requireMembers(command.add(), execution);
        PeopleRules.requireMayAdmit(command.id(), command.add(), execution);
        Set<UserId> members = new HashSet<>(before.members());
        members.addAll(command.add());
        members.removeAll(command.remove());
        if (members.size() > PeopleRules.MOST_MEMBERS) {
            throw new InvalidException(
                    ErrorCode.INVALID_COMMAND,
                    new Violation(
                            "add",
                            "too_many",
                            "a team has at most " + PeopleRules.MOST_MEMBERS + " members",
                            Map.of("max", PeopleRules.MOST_MEMBERS)));
        }
        Team after = new Team(
                before.id(),
                command.place().map(UpdateTeam.Place::parent).orElse(before.parent()),
                command.name().orElse(before.name()),
                members,
                command.retired().orElse(before.retired()),
                before.createdAt());
        if (after.equals(before)) {
            return before;
        }
        execution.unit().teams().update(before, after);
        execution.afterCommit(() -> {
            known.forgetMemberships(execution.session().tenant(), before.members());
            known.forgetMemberships(execution.session().tenant(), after.members());
        });
        if (!after.parent().equals(before.parent())) {
            places.changed(execution);
        }
        execution.record(execution
                .newEvent(execution.time().instant())
                .happened(EventTypes.TEAM_UPDATED, after.id().value(), 0)
                .changes(changes(before, after))
                .build());
        return after;
    }

    /** Locks the configuration, before the team as those who change documents do, so that no new document refers to it. */
    private void requireUnreferred(TeamId team, Execution execution) {
        execution.unit().configuration().lock();
        List<String> documents = snapshots.of(execution).referringTo(team);
        if (!documents.isEmpty()) {
            throw new InvalidException(
                    ErrorCode.INVALID_COMMAND,
                    new Violation(
                            "retired",
                            "team_in_use",
                            "documents refer to the team: " + documents,
                            Map.of("documents", documents)));
        }
    }

    static List<FieldChange> changes(Team before, Team after) {
        List<FieldChange> changes = new ArrayList<>();
        if (!before.name().equals(after.name())) {
            changes.add(new FieldChange(
                    "name",
                    Optional.of(new FieldValue.Text(before.name())),
                    Optional.of(new FieldValue.Text(after.name()))));
        }
        if (!before.parent().equals(after.parent())) {
            changes.add(new FieldChange(
                    "parent",
                    before.parent().map(id -> new FieldValue.Id(id.value())),
                    after.parent().map(id -> new FieldValue.Id(id.value()))));
        }
        if (before.retired() != after.retired()) {
            changes.add(new FieldChange(
                    "retired",
                    Optional.of(new FieldValue.Flag(before.retired())),
                    Optional.of(new FieldValue.Flag(after.retired()))));
        }
        after.members().stream()
                .filter(id -> !before.members().contains(id))
                .forEach(id -> changes.add(
                        new FieldChange("members", Optional.empty(), Optional.of(new FieldValue.Id(id.value())))));
        before.members().stream()
                .filter(id -> !after.members().contains(id))
                .forEach(id -> changes.add(
                        new FieldChange("members", Optional.of(new FieldValue.Id(id.value())), Optional.empty())));
        return changes;
    }
}
