package io.tikit.core.routing;

import io.tikit.api.access.Permission;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Agent;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What all commands about agents share. */
final class AgentRules {
    static final int MOST_POINTS = 100_000;

    private AgentRules() {}

    /** Everybody may speak for oneself. */
    static void requireOneselfOr(Session session, UserId user) {
        if (session.user().filter(user::equals).isEmpty()) {
            Access.require(session, Permission.AGENTS_CHANGE);
        }
    }

    /** A user whom the command mentions and who may be given tickets. */
    static void worksOnTickets(String path, UserId id, Execution execution, Violations found) {
        if (execution
                .user(id)
                .filter(User::active)
                .filter(user -> Access.worksOnTickets(execution.session(), user.role()))
                .isEmpty()) {
            found.add(
                    path,
                    "not_an_agent",
                    "user " + id + " is unknown, not active or does not work on tickets",
                    Map.of("user", id.toString()));
        }
    }

    static Agent requireSetUp(UserId user, Execution execution) {
        return execution.unit().routing().lockAll(List.of(user)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException(
                        ErrorCode.USER_NOT_FOUND, "user " + user + " was never set up as an agent"));
    }

    /** Writes an agent with its event, unless nothing that others act upon is different. */
    static Agent save(Optional<Agent> before, Agent after, Execution execution) {
        List<FieldChange> changes = new ArrayList<>();
        change(
                changes,
                "presence",
                before.map(Agent::presence).map(FieldValue.Choice::of),
                FieldValue.Choice.of(after.presence()));
        change(
                changes,
                "capacity",
                before.map(a -> new FieldValue.Whole(a.capacity())),
                new FieldValue.Whole(after.capacity()));
        change(
                changes,
                "skills",
                before.map(a -> new FieldValue.Text(SkillLevels.text(a.skills()))),
                new FieldValue.Text(SkillLevels.text(after.skills())));
        change(
                changes,
                "shifts",
                before.map(a -> new FieldValue.Text(a.shifts().orElse(""))),
                new FieldValue.Text(after.shifts().orElse("")));
        execution.unit().routing().save(after);
        if (!changes.isEmpty()) {
            record(after.user(), changes, execution);
        }
        return after;
    }

    static void record(UserId user, List<FieldChange> changes, Execution execution) {
        execution.record(execution
                .newEvent(execution.time().instant())
                .happened(EventTypes.AGENT_UPDATED, user.value(), 0)
                .changes(changes)
                .build());
    }

    private static <V extends FieldValue> void change(
            List<FieldChange> changes, String field, Optional<V> before, V after) {
        if (!Objects.equals(before.orElse(null), after)) {
            changes.add(new FieldChange(field, before.map(value -> (FieldValue) value), Optional.of(after)));
        }
    }
}
