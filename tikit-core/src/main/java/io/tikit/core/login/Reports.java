package io.tikit.core.login;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.Origin;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Execution;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes down what the host says of the logins that it carries out itself. */
final class Reports {
    private static final Pattern DETAIL = Pattern.compile("[a-z0-9_]{0,40}");
    private static final Set<Kind> KINDS = EnumSet.of(Kind.SIGNED_IN, Kind.SIGNED_OUT, Kind.REFUSED);

    private Reports() {}

    static void check(Kind kind, String detail) {
        if (!KINDS.contains(kind)) {
            throw new InvalidException(
                    ErrorCode.INVALID_CALL,
                    new Violation(
                            "kind",
                            "unknown_option",
                            "a host reports one of " + KINDS + ", not " + kind,
                            Map.of("option", kind.name(), "known", KINDS.toString())));
        }
        if (!DETAIL.matcher(detail).matches()) {
            throw new InvalidException(
                    ErrorCode.INVALID_CALL,
                    new Violation(
                            "detail", "bad_name", "a detail has the form " + DETAIL, Map.of("form", DETAIL.pattern())));
        }
    }

    static void write(Execution execution, Origin origin, UserId user, Kind kind, String detail) {
        if (execution.unit().users().findAll(Set.of(user)).isEmpty()) {
            throw new InvalidException(
                    ErrorCode.INVALID_CALL,
                    new Violation("user", "unknown_user", "there is no user " + user, Map.of("user", user.toString())));
        }
        new LoginLog(execution, origin).write(Optional.of(user), kind, detail);
    }
}
