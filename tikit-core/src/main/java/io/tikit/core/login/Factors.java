package io.tikit.core.login;

import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.login.LoginId;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginResult.Way;
import io.tikit.api.login.SecondFactor;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Execution;
import io.tikit.spi.login.LoginFactor;
import io.tikit.spi.login.LoginToken;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Second factors: what there are, whether a proof is right, new ones. */
@Singleton
final class Factors {
    static final String TOTP = "totp";
    private static final int CODES = 10;
    private static final int CODE_BYTES = 10;
    /** Nobody lives as long; recovery codes do not end. */
    private static final Duration ALWAYS = Duration.ofDays(36_500);

    private final SecretBox box;

    @Inject
    Factors(SecretBox box) {
        this.box = box;
    }

    static Set<Way> ways(UnitOfWork unit, UserId user) {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        unit.logins().factors().of(user).forEach(factor -> ways.add(way(factor)));
        if (!ways.isEmpty()
                && !unit.logins()
                        .tokens()
                        .list(LoginToken.Kind.RECOVERY, Optional.of(user), Optional.empty(), 1)
                        .isEmpty()) {
            ways.add(Way.RECOVERY_CODE);
        }
        return ways;
    }

    private static Way way(LoginFactor factor) {
        return Way.valueOf(factor.kind().toUpperCase(Locale.ROOT));
    }

    static SecondFactor shown(LoginFactor factor) {
        return new SecondFactor(
                new LoginId(factor.id()),
                way(factor),
                factor.label(),
                factor.use().madeAt(),
                factor.use().usedAt());
    }

    /** Whether the proof is right; it is used up then, by one caller of several at once. */
    boolean isUsed(Execution execution, UserId user, Way way, String code) {
        return switch (way) {
            case TOTP -> isTotp(execution, user, code);
            case RECOVERY_CODE -> isRecovery(execution, user, code);
            // Needs a challenge, see PasskeyDoor.
            case PASSKEY -> false;
        };
    }

    private boolean isTotp(Execution execution, UserId user, String code) {
        Instant now = execution.time().instant();
        for (LoginFactor factor : execution.unit().logins().factors().of(user)) {
            if (factor.kind().equals(TOTP)) {
                byte[] secret = box.open(execution.unit().tenant(), user.toString(), factor.secret());
                OptionalLong step =
                        Totp.matching(secret, code, now, factor.use().counter());
                if (step.isPresent()) {
                    LoginFactor.Use use =
                            new LoginFactor.Use(step.getAsLong(), factor.use().madeAt(), Optional.of(now));
                    return execution
                            .unit()
                            .logins()
                            .factors()
                            .use(
                                    new LoginFactor(
                                            factor.id(), user, factor.kind(), factor.label(), factor.secret(), use),
                                    factor.use().counter());
                }
            }
        }
        return false;
    }

    private static boolean isRecovery(Execution execution, UserId user, String code) {
        return execution
                .unit()
                .logins()
                .tokens()
                .find(LoginToken.Kind.RECOVERY, recoveryHash(user, code))
                .filter(token -> execution.unit().logins().tokens().delete(token.id()))
                .isPresent();
    }

    /** However it was typed. The owner is part of it, so that a code is nobody else's. */
    private static String recoveryHash(UserId user, String code) {
        return Secrets.hash(
                "recovery", user.toString(), code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    static List<String> newRecoveryCodes(Execution execution, UserId user) {
        execution.unit().logins().tokens().deleteAll(LoginToken.Kind.RECOVERY, user, Optional.empty());
        Instant now = execution.time().instant();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            String text = Totp.base32(Secrets.random(CODE_BYTES));
            String code = text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8, 12) + "-"
                    + text.substring(12);
            codes.add(code);
            execution
                    .unit()
                    .logins()
                    .tokens()
                    .insert(new LoginToken(
                            execution.newId(),
                            LoginToken.Kind.RECOVERY,
                            recoveryHash(user, code),
                            Optional.of(user),
                            new LoginToken.Times(now, now, now.plus(ALWAYS)),
                            "{}"));
        }
        return codes;
    }

    String closed(TenantId tenant, UserId user, byte[] secret) {
        return box.closed(tenant, user.toString(), secret);
    }

    /** Adds an app if this is a code of it. */
    Optional<LoginFactor> added(Execution execution, UserId user, String label, String closed, String code) {
        Instant now = execution.time().instant();
        byte[] secret = box.open(execution.unit().tenant(), user.toString(), closed);
        OptionalLong step = Totp.matching(secret, code, now, 0);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        LoginFactor factor = new LoginFactor(
                execution.newId(),
                user,
                TOTP,
                label,
                closed,
                new LoginFactor.Use(step.getAsLong(), now, Optional.of(now)));
        execution.unit().logins().factors().insert(factor);
        return Optional.of(factor);
    }

    /** One after the other changes what somebody has; first of all in a unit, see the package. */
    static void lock(Execution execution, UserId user) {
        Throttle throttle = new Throttle(
                execution.unit().logins().guards(),
                LoginPolicy.DEFAULT.lockOut(),
                execution.time().instant());
        throttle.hold(Throttle.Keys.account(user));
    }

    /** Whether somebody still has none: whoever knows a password must not add a factor to that of the owner. */
    static boolean isFirst(Execution execution, UserId user) {
        lock(execution, user);
        return execution.unit().logins().factors().of(user).isEmpty();
    }

    /**
     * Removes one, unless it is the last one of somebody who must have one. Passkeys of an earlier relying party are shown by
     * no browser: they are as good as none, and go with the last one that is.
     */
    static boolean remove(Execution execution, User user, UUID id, LoginPolicy policy) {
        lock(execution, user.id());
        List<LoginFactor> all = execution.unit().logins().factors().of(user.id());
        String party = policy.passkeys().relyingParty();
        List<LoginFactor> rest =
                all.stream().filter(factor -> !factor.id().equals(id)).toList();
        boolean removes = rest.size() < all.size();
        boolean shown = all.stream().anyMatch(factor -> factor.id().equals(id) && isShown(factor, party));
        boolean last =
                removes && rest.stream().noneMatch(factor -> isShown(factor, party)) && (shown || rest.isEmpty());
        if (last && policy.secondFactor().contains(user.role())) {
            throw new InvalidException(
                    ErrorCode.INVALID_CALL,
                    new Violation(
                            "factor",
                            "last_factor",
                            "the role " + user.role() + " must have a second factor; set up another one first",
                            Map.of("role", user.role().key())));
        }
        boolean removed = execution.unit().logins().factors().delete(user.id(), id);
        if (removed && last) {
            removeAll(execution, user.id());
        }
        return removed;
    }

    private static boolean isShown(LoginFactor factor, String party) {
        return !factor.kind().equals(PasskeyBook.PASSKEY) || PasskeyBook.isOf(factor, party);
    }

    static boolean removeAll(Execution execution, UserId user) {
        lock(execution, user);
        List<LoginFactor> all = execution.unit().logins().factors().of(user);
        all.forEach(factor -> execution.unit().logins().factors().delete(user, factor.id()));
        execution.unit().logins().tokens().deleteAll(LoginToken.Kind.RECOVERY, user, Optional.empty());
        return !all.isEmpty();
    }
}
