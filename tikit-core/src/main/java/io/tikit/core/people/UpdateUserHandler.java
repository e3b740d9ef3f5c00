package io.tikit.core.people;

import io.tikit.api.Person;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.people.UpdateUser;
import io.tikit.api.people.User;
import io.tikit.api.people.UserState;
import io.tikit.core.login.Departure;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;

/** Changes users. */
final class UpdateUserHandler implements CommandHandler<UpdateUser, User> {
    private final KnownPeople known;

    @Inject
    UpdateUserHandler(KnownPeople known) {
        this.known = known;
    }

    @Override
    public Class<UpdateUser> type() {
        return UpdateUser.class;
    }

    @Override
    public void check(UpdateUser command, Violations violations) {
        command.name().ifPresent(name -> violations.line("name", name, 1, PeopleRules.LONGEST_NAME));
        command.email().ifPresent(email -> PeopleRules.email("email", email, violations));
    }

    @Override
    public User handle(UpdateUser command, Prepared prepared, Execution execution) {
        User before = execution
                .unit()
                .users()
                .lock(command.id())
                .orElseThrow(() -> new NotFoundException(ErrorCode.USER_NOT_FOUND, "there is no user " + command.id()));
        command.role().ifPresent(role -> PeopleRules.requireKnown(execution.session(), role));
        PeopleRules.requireMayGive(execution.session(), before.role());
        command.role().ifPresent(role -> PeopleRules.requireMayGive(execution.session(), role));
        if (command.role().isPresent() || command.active().isPresent()) {
            PeopleRules.requireNotOneself(execution.session(), command.id());
        }
        User after = before.withPerson(new Person(
                        command.name().orElse(before.name()),
                        command.email().orElse(before.person().email()),
                        before.person().subject()))
                .withRole(command.role().orElse(before.role()))
                .withState(command.active()
                        .filter(active -> active != before.active())
                        .map(active -> active ? UserState.ACTIVE : UserState.SUSPENDED)
                        .orElse(before.state()));
        LastAdmin.require(before, after, execution);
        if (before.active() && !after.active()) {
            Departure.of(execution, after.id());
        }
        return UserWriting.write(before, after, known, execution);
    }
}
