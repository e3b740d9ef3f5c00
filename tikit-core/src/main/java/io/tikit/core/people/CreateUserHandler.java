package io.tikit.core.people;

import io.tikit.api.event.EventTypes;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.User;
import io.tikit.api.people.UserState;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;

/** Makes users. */
final class CreateUserHandler implements CommandHandler<CreateUser, User> {
    @Inject
    CreateUserHandler() {}

    @Override
    public Class<CreateUser> type() {
        return CreateUser.class;
    }

    @Override
    public void check(CreateUser command, Violations violations) {
        PeopleRules.person(command.person(), violations);
    }

    @Override
    public User handle(CreateUser command, Prepared prepared, Execution execution) {
        return NewUsers.write(command.person(), command.role(), UserState.ACTIVE, EventTypes.USER_CREATED, execution);
    }
}
