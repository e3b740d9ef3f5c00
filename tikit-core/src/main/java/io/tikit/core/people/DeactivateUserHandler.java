package io.tikit.core.people;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.DeactivateUser;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.people.UserState;
import io.tikit.core.access.Access;
import io.tikit.core.login.Departure;
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

/** Lets users leave. Their tickets follow after the commit, see {@link Handovers}. */
final class DeactivateUserHandler implements CommandHandler<DeactivateUser, User> {
    private final KnownPeople known;

    @Inject
    DeactivateUserHandler(KnownPeople known) {
        this.known = known;
    }

    @Override
    public Class<DeactivateUser> type() {
        return DeactivateUser.class;
    }

    @Override
    public void check(DeactivateUser command, Violations violations) {
        if (command.handover().assignee().filter(command.id()::equals).isPresent()) {
            violations.add(
                    "handover.assignee",
                    "not_an_agent",
                    "those who leave cannot take over their own tickets",
                    Map.of("user", command.id().toString()));
        }
    }

    @Override
    public Set<UserId> mentions(DeactivateUser command) {
        Set<UserId> users = new HashSet<>(Set.of(command.id()));
        command.handover().assignee().ifPresent(users::add);
        return users;
    }

    @Override
    public User handle(DeactivateUser command, Prepared prepared, Execution execution) {
        User before = execution
                .unit()
                .users()
                .lock(command.id())
                .orElseThrow(() -> new NotFoundException(ErrorCode.USER_NOT_FOUND, "there is no user " + command.id()));
        PeopleRules.requireMayGive(execution.session(), before.role());
        PeopleRules.requireNotOneself(execution.session(), command.id());
        requireSuccessor(command.handover(), execution);
        if (before.state() == UserState.DEACTIVATED) {
            return before;
        }
        User after = before.withState(UserState.DEACTIVATED);
        LastAdmin.require(before, after, execution);
        execution.unit().users().update(after);
        Departure.of(execution, after.id());
        List<FieldChange> changes = new ArrayList<>(UserChanges.between(before, after));
        command.handover().team().ifPresent(team -> changes.add(to(Handovers.TEAM, new FieldValue.Id(team.value()))));
        command.handover()
                .assignee()
                .ifPresent(agent -> changes.add(to(Handovers.ASSIGNEE, new FieldValue.Id(agent.value()))));
        execution.record(execution
                .newEvent(execution.time().instant())
                .happened(EventTypes.USER_DEACTIVATED, after.id().value(), 0)
                .changes(changes)
                .build());
        execution.afterCommit(() -> known.forget(execution.session().tenant(), after));
        return after;
    }

    private static FieldChange to(String field, FieldValue value) {
        return new FieldChange(field, Optional.empty(), Optional.of(value));
    }

    private static void requireSuccessor(DeactivateUser.Handover handover, Execution execution) {
        Violations found = new Violations();
        handover.assignee().ifPresent(agent -> {
            if (execution
                    .user(agent)
                    .filter(User::active)
                    .filter(user -> Access.worksOnTickets(execution.session(), user.role()))
                    .isEmpty()) {
                found.add(
                        "handover.assignee",
                        "not_an_agent",
                        "user " + agent + " is unknown, not active or does not work on tickets",
                        Map.of("user", agent.toString()));
            }
        });
        handover.team().ifPresent(id -> {
            if (execution
                    .unit()
                    .teams()
                    .find(id)
                    .filter(team -> !team.retired())
                    .isEmpty()) {
                found.add(
                        "handover.team",
                        "unknown_team",
                        "team " + id + " is unknown or retired",
                        Map.of("team", id.toString()));
            }
        });
        found.throwIfAny(ErrorCode.INVALID_COMMAND);
    }
}
