package io.tikit.core.people;

import io.tikit.api.Person;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.people.UserProfile;
import io.tikit.api.people.UserState;
import io.tikit.core.pipeline.Execution;
import java.time.Instant;
import java.util.Optional;

/** Writes new users, who belong to the organisation of their mail domain from the beginning. */
final class NewUsers {
    private NewUsers() {}

    static User write(Person person, Role role, UserState state, String eventType, Execution execution) {
        PeopleRules.requireKnown(execution.session(), role);
        PeopleRules.requireMayGive(execution.session(), role);
        Instant now = execution.time().instant();
        Optional<Organisation> organisation = MailDomains.ofMail(person.email())
                .flatMap(execution.unit().organisations()::findByDomain)
                .filter(found -> !found.retired());
        User user = new User(
                new UserId(execution.newId()),
                person,
                role,
                state,
                UserProfile.EMPTY,
                organisation.map(Organisation::id),
                now);
        execution.unit().users().insert(user);
        organisation.ifPresent(found -> execution.unit().organisations().join(found.id(), user.id()));
        execution.record(execution
                .newEvent(now)
                .happened(eventType, user.id().value(), 0)
                .changes(UserChanges.created(user))
                .build());
        return user;
    }
}
