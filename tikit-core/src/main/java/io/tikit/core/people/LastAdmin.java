package io.tikit.core.people;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.core.pipeline.Execution;

/** Keeps the last administrator of a desk. */
final class LastAdmin {
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
        if (!execution.unit().users().anotherActive(Role.ADMIN, before.id())) {
            throw new NotPermittedException(
                    ErrorCode.NOT_PERMITTED,
                    "user " + before.id() + " is the last administrator; make somebody else one first");
        }
    }

    private static boolean administers(User user) {
        return user.active() && user.role().equals(Role.ADMIN);
    }
}
