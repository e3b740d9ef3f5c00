package io.tikit.core.people;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Execution;
import java.util.List;
import java.util.Optional;

/** Keeps the last administrator of a desk. */
final class LastAdmin {
    private static final int PAGE = 500;

    private LastAdmin() {}

    /**
     * Refuses a change after which nobody would be administrator. Such changes wait for each other at the lock of the
     * configuration, so that of two administrators who dismiss each other one remains.
     */
    static void require(User before, User after, Execution execution) {
        if (!administers(before) || administers(after)) {
            return;
        }
        execution.unit().configuration().lock();
        Optional<UserId> place = Optional.empty();
        while (true) {
            List<User> page = execution.unit().users().page(place, PAGE);
            if (page.stream().anyMatch(user -> administers(user) && !user.id().equals(before.id()))) {
                return;
            }
            if (page.size() < PAGE) {
                throw new NotPermittedException(
                        ErrorCode.NOT_PERMITTED,
                        "user " + before.id() + " is the last administrator; make somebody else one first");
            }
            place = Optional.of(page.get(page.size() - 1).id());
        }
    }

    private static boolean administers(User user) {
        return user.active() && user.role().equals(Role.ADMIN);
    }
}
