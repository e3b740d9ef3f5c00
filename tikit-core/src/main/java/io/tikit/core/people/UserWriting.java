package io.tikit.core.people;

import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.User;
import io.tikit.core.pipeline.Execution;
import io.tikit.spi.login.LoginToken;
import java.util.List;
import java.util.Optional;

/** Writes changed users with their event. */
final class UserWriting {
    private UserWriting() {}

    /** Writes nothing if nothing changes. Memory forgets the user at once, and again when the unit is committed. */
    static User write(User before, User after, KnownPeople known, Execution execution) {
        List<FieldChange> changes = UserChanges.between(before, after);
        if (changes.isEmpty()) {
            return before;
        }
        execution.unit().users().update(after);
        forgetMails(changes, after, execution);
        execution.record(execution
                .newEvent(execution.time().instant())
                .happened(EventTypes.USER_UPDATED, after.id().value(), 0)
                .changes(changes)
                .build());
        known.forget(execution.session().tenant(), after);
        execution.afterCommit(() -> known.forget(execution.session().tenant(), after));
        return after;
    }

    /** With another address, what was mailed to the one before lets nobody in any more. */
    static void forgetMails(List<FieldChange> changes, User after, Execution execution) {
        if (changes.stream().anyMatch(change -> change.field().equals("email"))) {
            execution.unit().logins().tokens().deleteAll(LoginToken.Kind.PASSWORD_MAIL, after.id(), Optional.empty());
        }
    }
}
