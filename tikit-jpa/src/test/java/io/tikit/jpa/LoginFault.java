package io.tikit.jpa;

import io.tikit.api.TenantId;
import io.tikit.spi.login.Guard;
import io.tikit.spi.login.LoginToken;
import io.tikit.spi.login.StoredPassword;
import io.tikit.tck.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Faults of what is kept of logins, each with the test that is there for it. */
enum LoginFault implements PlantedFault {
    MINDS_THE_CASE_OF_MAIL(
            "namesOfLoginsLeadToTheirUsers",
            "LoginRepository.user",
            (real, given) ->
                    Objects.requireNonNull(given[0]).equals(given[0].toString().toUpperCase(Locale.ROOT))
                            ? Optional.empty()
                            : real.with(given)),
    MIXES_TENANTS(
            "namesOfLoginsLeadToTheirUsers",
            "Storage.begin",
            (real, given) -> real.with(
                    TenantId.of(Objects.requireNonNull(given[0]).toString().replace("-other", "")), given[1])),
    GIVES_PASSWORDS_BACKWARDS("passwordsComeLatestFirst", "PasswordRows.of", (real, given) -> {
        List<Object> all = new ArrayList<>((List<?>) Objects.requireNonNull(real.with(given)));
        Collections.reverse(all);
        return all;
    }),
    HASHES_ANYWAY("passwordsComeLatestFirst", "PasswordRows.rehash", (real, given) -> {
        real.with(given);
        return true;
    }),
    FORGETS_NOTHING("passwordsComeLatestFirst", "PasswordRows.forget", (real, given) -> null),
    LOSES_MUST_CHANGE("passwordsComeLatestFirst", "PasswordRows.insert", (real, given) -> {
        StoredPassword told = (StoredPassword) Objects.requireNonNull(given[0]);
        return real.with(new StoredPassword(told.user(), told.number(), told.hash(), told.setAt(), false));
    }),
    COUNTS_NOTHING("failuresAreCountedOneAfterTheOther", "GuardRows.update", (real, given) -> null),
    OPENS_TOO_EARLY(
            "failuresAreCountedOneAfterTheOther",
            "GuardRows.lock",
            (real, given) -> ((Optional<?>) Objects.requireNonNull(real.with(given)))
                    .map(Guard.class::cast)
                    .map(guard -> new Guard(guard.key(), guard.failures(), guard.lastAt(), guard.lastAt()))),
    KEEPS_WHAT_WAS_CLEARED("failuresAreCountedOneAfterTheOther", "GuardRows.delete", (real, given) -> null),
    SWEEPS_TOO_MUCH(
            "oldFailuresAreSwept",
            "GuardRows.sweep",
            (real, given) ->
                    real.with(((Instant) Objects.requireNonNull(given[0])).plus(Duration.ofDays(1)), given[1])),
    FINDS_TOKENS_OF_ANY_KIND(
            "tokensAreFoundByTheirSecrets",
            "TokenRows.find",
            (real, given) -> given.length == 2 && given[0] == LoginToken.Kind.STEP
                    ? real.with(LoginToken.Kind.SESSION, given[1])
                    : real.with(given)),
    TOUCHES_ALWAYS(
            "tokensAreFoundByTheirSecrets",
            "TokenRows.touch",
            (real, given) -> real.with(given[0], given[1], Instant.ofEpochMilli(Long.MAX_VALUE))),
    ENDS_NOTHING("tokensAreFoundByTheirSecrets", "TokenRows.update", (real, given) -> true),
    LETS_ALL_USE_UP("tokenIsUsedUpOnce", "TokenRows.delete", (real, given) -> {
        real.with(given);
        return true;
    }),
    LETS_ALL_COUNT_ON("tokenIsUsedUpOnce", "FactorRows.use", (real, given) -> {
        real.with(given);
        return true;
    }),
    ENDS_ALL(
            "tokensAreListedAndEnded",
            "TokenRows.deleteAll",
            (real, given) -> real.with(given[0], given[1], Optional.empty())),
    STARTS_EVERY_PAGE_ANEW(
            "tokensAreListedAndEnded",
            "TokenRows.list",
            (real, given) -> real.with(given[0], given[1], Optional.empty(), given[3])),
    SWEEPS_WHAT_HAS_NOT_ENDED(
            "tokensAreListedAndEnded",
            "TokenRows.sweep",
            (real, given) ->
                    real.with(((Instant) Objects.requireNonNull(given[0])).plus(Duration.ofDays(1)), given[1])),
    RENAMES_NO_FACTOR("factorsBelongToTheirOwner", "FactorRows.rename", (real, given) -> true),
    DELETES_NO_FACTOR("factorsBelongToTheirOwner", "FactorRows.delete", (real, given) -> true),
    SHOWS_THE_HISTORY_OF_ALL(
            "historyOfLoginsIsReadAndSwept",
            "LoginHistory.page",
            (real, given) -> real.with(Optional.empty(), given[1], given[2])),
    SWEEPS_NO_HISTORY("historyOfLoginsIsReadAndSwept", "LoginHistory.sweep", (real, given) -> 0);

    private final Plan plan;

    LoginFault(String caughtBy, String call, Faults.Lie lie) {
        plan = new Plan(caughtBy, call, lie);
    }

    @Override
    public Plan plan() {
        return plan;
    }
}
