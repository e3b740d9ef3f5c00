package io.tikit.core.people;

import io.tikit.api.Person;
import io.tikit.api.access.Permission;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.people.Role;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import java.util.Map;
import java.util.Set;

/** What holds for users and teams, whatever the command. Pure. */
public final class PeopleRules {
    static final int LONGEST_NAME = 200;
    static final int LONGEST_EMAIL = 254;
    static final int LONGEST_SUBJECT = 255;
    static final int LONGEST_TEAM = 100;
    static final int MOST_MEMBERS = 500;

    private PeopleRules() {}

    public static void person(Person person, Violations violations) {
        violations.line("person.name", person.name(), 1, LONGEST_NAME);
        email("person.email", person.email(), violations);
        violations.line("person.subject", person.subject(), 1, LONGEST_SUBJECT);
    }

    /** Only what would break mail is refused; whether an address exists shows when mail is sent to it. */
    static void email(String path, String email, Violations violations) {
        violations.line(path, email, 0, LONGEST_EMAIL);
        int at = email.indexOf('@');
        if (!email.isEmpty()
                && (at < 1 || at == email.length() - 1 || email.chars().anyMatch(Character::isWhitespace))) {
            violations.add(path, "email", "is not a mail address");
        }
    }

    static void requireKnown(Session session, Role role) {
        if (!Access.isKnown(session, role)) {
            throw new InvalidException(
                    ErrorCode.INVALID_COMMAND,
                    new Violation(
                            "role", "unknown_role", "there is no role '" + role + "'", Map.of("role", role.key())));
        }
    }

    /** Administrators are made and changed by administrators only, and nobody gives more than they hold. */
    static void requireMayGive(Session session, Role role) {
        Access.require(session, Permission.PEOPLE_CHANGE);
        Access.requireHoldsNoMore(session, role);
        if (role.equals(Role.ADMIN)) {
            Access.require(session, Permission.ADMINS_CHANGE);
        }
    }

    static void requireNotOneself(Session session, UserId user) {
        if (session.user().filter(user::equals).isPresent()) {
            throw new NotPermittedException(
                    ErrorCode.NOT_PERMITTED, "nobody may change their own role or make themselves inactive");
        }
    }

    /** Members of a team work on tickets. */
    static void requireMembers(Set<UserId> members, Execution execution) {
        for (UserId id : members) {
            if (execution
                    .user(id)
                    .filter(User::active)
                    .filter(user -> Access.worksOnTickets(execution.session(), user.role()))
                    .isEmpty()) {
                throw new InvalidException(
                        ErrorCode.INVALID_COMMAND,
                        new Violation(
                                "members",
                                "not_an_agent",
                                "user " + id + " is unknown, not active or does not work on tickets",
                                Map.of("user", id.toString())));
            }
        }
    }

    /** Whoever comes into a team may get what a role gives on its tickets. */
    static void requireMayAdmit(TeamId team, Set<UserId> members, Execution execution) {
        Access.requireMayAdmit(
                execution.session(),
                team,
                members.stream()
                        .flatMap(id -> execution.user(id).stream())
                        .map(User::role)
                        .distinct()
                        .toList());
    }
}
