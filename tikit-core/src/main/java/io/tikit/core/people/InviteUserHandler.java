package io.tikit.core.people;

import io.tikit.api.event.EventTypes;
import io.tikit.api.people.InviteUser;
import io.tikit.api.people.User;
import io.tikit.api.people.UserState;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;

/** Makes users who have yet to come. */
final class InviteUserHandler implements CommandHandler<InviteUser, User> {
    @Inject
    InviteUserHandler() {}

    @Override
    public Class<InviteUser> type() {
        return InviteUser.class;
    }

    @Override
    public void check(InviteUser command, Violations violations) {
        PeopleRules.person(command.person(), violations);
    }

    @Override
    public User handle(InviteUser command, Prepared prepared, Execution execution) {
        return NewUsers.write(command.person(), command.role(), UserState.INVITED, EventTypes.USER_INVITED, execution);
    }
}
