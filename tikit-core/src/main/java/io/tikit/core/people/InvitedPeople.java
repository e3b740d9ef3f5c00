package io.tikit.core.people;

import io.tikit.api.people.User;
import io.tikit.api.people.UserState;
import io.tikit.core.login.Arrivals;
import io.tikit.core.pipeline.Execution;
import jakarta.inject.Inject;

/** Whoever was invited becomes active by coming. */
final class InvitedPeople implements Arrivals {
    private final KnownPeople known;

    @Inject
    InvitedPeople(KnownPeople known) {
        this.known = known;
    }

    @Override
    public User arrived(Execution execution, User user) {
        User before = execution.unit().users().lock(user.id()).orElse(user);
        return before.state() == UserState.INVITED
                ? UserWriting.write(before, before.withState(UserState.ACTIVE), known, execution)
                : before;
    }
}
