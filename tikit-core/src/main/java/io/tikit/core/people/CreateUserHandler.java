package io.tikit.core.people;

import io.tikit.api.event.EventTypes;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.time.Instant;

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
        PeopleRules.requireKnown(execution.session(), command.role());
        PeopleRules.requireMayGive(execution.session(), command.role());
        Instant now = execution.time().instant();
        User user = new User(new UserId(execution.newId()), command.person(), command.role(), true, now);
        execution.unit().users().insert(user);
        execution.record(execution
                .newEvent(now)
                .happened(EventTypes.USER_CREATED, user.id().value(), 0)
                .changes(UserChanges.created(user))
                .build());
        return user;
    }
}
