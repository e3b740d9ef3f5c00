package io.tikit.core.people;

import io.tikit.api.access.Permission;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.people.UpdateProfile;
import io.tikit.api.people.User;
import io.tikit.core.access.Access;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.util.Map;

/** Changes profiles. Neither teams nor organisations follow from one, whatever it holds. */
final class UpdateProfileHandler implements CommandHandler<UpdateProfile, User> {
    private final KnownPeople known;
    private final Snapshots snapshots;

    @Inject
    UpdateProfileHandler(KnownPeople known, Snapshots snapshots) {
        this.known = known;
        this.snapshots = snapshots;
    }

    @Override
    public Class<UpdateProfile> type() {
        return UpdateProfile.class;
    }

    @Override
    public void check(UpdateProfile command, Violations violations) {
        ProfileRules.check(command.changes(), violations);
        command.seen()
                .filter(seen -> !seen.id().equals(command.id()))
                .ifPresent(seen -> violations.add(
                        "seen",
                        "unknown_user",
                        "what was seen is " + seen.id() + " and not " + command.id(),
                        Map.of("user", seen.id().toString())));
    }

    @Override
    public User handle(UpdateProfile command, Prepared prepared, Execution execution) {
        Session who = execution.session();
        boolean own = who.user().filter(command.id()::equals).isPresent();
        if (own) {
            ProfileRules.requireOwn(ProfileRules.ownFields(who, snapshots.of(execution)), command.changes());
        } else {
            // Asked before the row is read, so that nobody learns who is there.
            Access.require(who, Permission.PEOPLE_CHANGE);
        }
        User before = execution
                .unit()
                .users()
                .lock(command.id())
                .orElseThrow(() -> new NotFoundException(ErrorCode.USER_NOT_FOUND, "there is no user " + command.id()));
        if (!own) {
            PeopleRules.requireMayGive(who, before.role());
        }
        User after = ProfileRules.changed(before, command.changes());
        command.seen().ifPresent(seen -> ProfileRules.requireUnchanged(seen, before, after));
        return UserWriting.write(before, after, known, execution);
    }
}
