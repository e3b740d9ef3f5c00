package io.tikit.core.people;

import io.tikit.api.access.Permission;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes teams. */
final class CreateTeamHandler implements CommandHandler<CreateTeam, Team> {
    private final KnownPeople known;
    private final TeamPlaces places;

    @Inject
    CreateTeamHandler(KnownPeople known, TeamPlaces places) {
        this.known = known;
        this.places = places;
    }

    @Override
    public Class<CreateTeam> type() {
        return CreateTeam.class;
    }

    @Override
    public void check(CreateTeam command, Violations violations) {
        violations.line("name", command.name(), 1, PeopleRules.LONGEST_TEAM);
        if (command.members().size() > PeopleRules.MOST_MEMBERS) {
            violations.add(
                    "members",
                    "too_many",
                    "a team has at most " + PeopleRules.MOST_MEMBERS + " members",
                    Map.of("max", PeopleRules.MOST_MEMBERS));
        }
    }

    @Override
    public Set<UserId> mentions(CreateTeam command) {
        return command.members();
    }

    @Override
    public Team handle(CreateTeam command, Prepared prepared, Execution execution) {
        Access.require(execution.session(), Permission.PEOPLE_CHANGE);
        PeopleRules.requireMembers(command.members(), execution);
        Instant now = execution.time().instant();
        TeamId id = new TeamId(execution.newId());
        if (command.parent().isPresent()) {
            places.require(id, command.parent(), execution);
        }
        Team team = new Team(id, command.parent(), command.name(), command.members(), false, now);
        PeopleRules.requireMayAdmit(team.id(), team.members(), execution);
        execution.unit().teams().insert(team);
        if (command.parent().isPresent()) {
            places.changed(execution);
        }
        execution.afterCommit(() -> known.forgetMemberships(execution.session().tenant(), team.members()));
        execution.record(execution
                .newEvent(now)
                .happened(EventTypes.TEAM_CREATED, team.id().value(), 0)
                .changes(Stream.concat(
                                Stream.of(new FieldValue.Text(command.name()))
                                        .map(name -> new FieldChange("name", Optional.empty(), Optional.of(name))),
                                command.parent().stream()
                                        .map(parent -> new FieldValue.Id(parent.value()))
                                        .map(parent ->
                                                new FieldChange("parent", Optional.empty(), Optional.of(parent))))
                        .toList())
                .build());
        return team;
    }
}
