package io.tikit.core.login;

import io.tikit.api.access.Permission;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.login.ActAs;
import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.LoginResult;
import io.tikit.api.login.Origin;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets somebody act as somebody else who may do no more. */
final class Acting {
    private static final Duration LONGEST = Duration.ofHours(8);
    private static final int LONGEST_REASON = 200;

    private Acting() {}

    static LoginResult.SignedIn begin(Execution execution, UserId oneself, ActAs wish) {
        Session who = execution.session();
        check(wish);
        Access.require(who, Permission.ACT_AS);
        User other = execution.unit().users().findAll(Set.of(wish.user())).stream()
                .findFirst()
                .filter(User::active)
                .orElseThrow(() ->
                        new NotFoundException(ErrorCode.USER_NOT_FOUND, "there is no active user " + wish.user()));
        Access.requireHoldsNoMore(who, other.role());
        if (other.id().equals(oneself)) {
            throw new NotPermittedException(ErrorCode.NOT_PERMITTED, "nobody needs to act as themselves");
        }
        Origin origin = OwnLoginService.origin(execution);
        SessionBook.Begun begun = SessionBook.begin(
                execution,
                oneself,
                Optional.of(other.id()),
                origin,
                execution.time().instant().plus(wish.length()),
                method(execution));
        ActingBook.begin(
                execution,
                begun.session().id().value(),
                oneself,
                other.id(),
                origin,
                begun.session().endsAt());
        new LoginLog(execution, origin)
                .because(wish.reason(), begun.session().endsAt())
                .both(oneself, other.id(), Kind.ACTING_BEGAN, "");
        return new LoginResult.SignedIn(begun.token(), other, begun.session());
    }

    /** As strong as the session by which it is begun. */
    private static String method(Execution execution) {
        return execution
                .session()
                .grant()
                .flatMap(grant ->
                        execution.unit().logins().tokens().find(grant.login().value()))
                .map(SessionBook::method)
                .orElse("host");
    }

    private static void check(ActAs wish) {
        Violations violations = new Violations();
        violations.line("reason", wish.reason(), 1, LONGEST_REASON);
        if (wish.length().compareTo(Duration.ofMinutes(1)) < 0 || wish.length().compareTo(LONGEST) > 0) {
            violations.add(
                    "length",
                    "out_of_range",
                    "from a minute to 8 hours",
                    Map.of("least", "1m", "most", "8h", "value", wish.length().toString()));
        }
        if (!violations.isEmpty()) {
            throw new InvalidException(ErrorCode.INVALID_CALL, violations.all());
        }
    }
}
