package io.tikit.core.routing;

import io.tikit.api.access.Permission;
import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Agent;
import io.tikit.api.routing.Presence;
import io.tikit.api.routing.UpdateAgent;
import io.tikit.core.access.Access;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sets agents up. */
final class UpdateAgentHandler implements CommandHandler<UpdateAgent, Agent> {
    private final Snapshots snapshots;

    @Inject
    UpdateAgentHandler(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Class<UpdateAgent> type() {
        return UpdateAgent.class;
    }

    @Override
    public Set<UserId> mentions(UpdateAgent command) {
        return Set.of(command.user());
    }

    @Override
    public void check(UpdateAgent command, Violations violations) {
        range("capacity", command.capacity(), 0, AgentRules.MOST_POINTS, violations);
        if (command.skills().size() > SkillLevels.MOST) {
            violations.add(
                    "skills",
                    "too_many",
                    "an agent has at most " + SkillLevels.MOST + " skills",
                    Map.of("max", SkillLevels.MOST));
        }
        command.skills().forEach((skill, level) -> {
            if (!SkillLevels.isSkill(skill)) {
                violations.add(
                        "skills",
                        "bad_name",
                        "a skill is named by lower-case letters, digits, hyphens and underscores",
                        Map.of("form", SkillLevels.FORM));
            }
            range("skills." + skill, level, 1, SkillLevels.HIGHEST, violations);
        });
    }

    private static void range(String path, int value, int least, int most, Violations violations) {
        if (value < least || value > most) {
            violations.add(
                    path,
                    "out_of_range",
                    "must be from " + least + " to " + most + ", not " + value,
                    Map.of("least", least, "most", most, "value", value));
        }
    }

    @Override
    public Agent handle(UpdateAgent command, Prepared prepared, Execution execution) {
        Access.require(execution.session(), Permission.AGENTS_CHANGE);
        Violations found = new Violations();
        AgentRules.worksOnTickets("user", command.user(), execution, found);
        command.shifts()
                .filter(key -> !DocumentKey.isKey(key)
                        || snapshots
                                .of(execution)
                                .value(new DocumentKey(BusinessCalendar.KIND, key), BusinessCalendar.class)
                                .isEmpty())
                .ifPresent(key -> found.add("shifts", "unknown_document", "there is no calendar of this key"));
        found.throwIfAny(ErrorCode.INVALID_COMMAND);
        Optional<Agent> before = execution.unit().routing().lockAll(List.of(command.user())).stream()
                .findFirst();
        return AgentRules.save(
                before,
                new Agent(
                        command.user(),
                        before.map(Agent::presence).orElse(Presence.OFFLINE),
                        before.flatMap(Agent::until),
                        command.capacity(),
                        command.skills(),
                        command.shifts()),
                execution);
    }
}
