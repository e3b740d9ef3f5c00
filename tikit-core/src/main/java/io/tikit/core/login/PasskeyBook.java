package io.tikit.core.login;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.error.Violation;
import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.Origin;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Execution;
import io.tikit.spi.login.LoginFactor;
import io.tikit.spi.login.Passkey;
import io.tikit.spi.login.PasskeyOwner;
import io.tikit.spi.login.PasskeyUse;
import io.tikit.spi.login.PasskeyVerifier;
import io.tikit.spi.storage.UnitOfWork;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Passkeys as factors. What a device counts is compared with its row, so that of two uses at one count one does. */
final class PasskeyBook {
    static final String PASSKEY = "passkey";
    private static final String PARTY = "party";
    private static final int MOST = 20;
    private static final int HANDLE = 16;

    private final Optional<PasskeyVerifier> verifier;

    PasskeyBook(Optional<PasskeyVerifier> verifier) {
        this.verifier = verifier;
    }

    PasskeyVerifier verifier() {
        return verifier.orElseThrow(() -> new UnavailableException(
                ErrorCode.NOT_SUPPORTED, "no plugin here checks passkeys; add one, such as tikit-passkeys", null));
    }

    /** The id of the user: random enough to tell nobody anything, and found without an index. */
    static PasskeyOwner owner(User user) {
        UUID id = user.id().value();
        String account = user.person().email().isEmpty()
                ? user.person().subject()
                : user.person().email();
        return new PasskeyOwner(
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(ByteBuffer.allocate(HANDLE)
                                .putLong(id.getMostSignificantBits())
                                .putLong(id.getLeastSignificantBits())
                                .array()),
                account,
                user.name());
    }

    static Optional<UserId> user(String handle) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(handle));
            return bytes.remaining() == HANDLE
                    ? Optional.of(new UserId(new UUID(bytes.getLong(), bytes.getLong())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Passkey passkey(LoginFactor factor) {
        Details details = Details.read(factor.secret());
        return new Passkey(
                details.get("credential").orElseThrow(),
                details.get("key").orElseThrow(),
                factor.use().counter(),
                Arrays.stream(details.get("transports").orElse("").split(" ", -1))
                        .filter(one -> !one.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Those of a relying party: browsers give none for another one. */
    static List<LoginFactor> of(UnitOfWork unit, UserId user, String party) {
        return unit.logins().factors().of(user).stream()
                .filter(factor -> factor.kind().equals(PASSKEY) && isOf(factor, party))
                .toList();
    }

    static boolean isOf(LoginFactor passkey, String party) {
        return Details.read(passkey.secret()).get(PARTY).equals(Optional.of(party));
    }

    static List<Passkey> passkeys(List<LoginFactor> factors) {
        return factors.stream().map(PasskeyBook::passkey).toList();
    }

    static void checkRoom(List<LoginFactor> present) {
        if (present.size() >= MOST) {
            throw new InvalidException(
                    ErrorCode.INVALID_CALL,
                    new Violation("label", "too_many", "somebody may have " + MOST + " passkeys", Map.of("max", MOST)));
        }
    }

    /** Adds a passkey; empty if it is there already. */
    static Optional<LoginFactor> added(
            Execution execution, UserId user, String label, String party, Passkey passkey, Origin origin) {
        Factors.lock(execution, user);
        List<LoginFactor> present = of(execution.unit(), user, party);
        checkRoom(present);
        if (passkeys(present).stream().anyMatch(one -> one.credential().equals(passkey.credential()))) {
            return Optional.empty();
        }
        Instant now = execution.time().instant();
        LoginFactor factor = new LoginFactor(
                execution.newId(),
                user,
                PASSKEY,
                label,
                Details.none()
                        .with("credential", passkey.credential())
                        .with("key", passkey.key())
                        .with("transports", String.join(" ", passkey.transports()))
                        .with(PARTY, party)
                        .text(),
                new LoginFactor.Use(passkey.counter(), now, Optional.empty()));
        execution.unit().logins().factors().insert(factor);
        new LoginLog(execution, origin).write(Optional.of(user), Kind.FACTOR_ADDED, PASSKEY);
        return Optional.of(factor);
    }

    /** Whether the count went on, or the device does not count; a count that stays or goes back is that of a copy. */
    static boolean isUsed(Execution execution, LoginFactor factor, PasskeyUse use) {
        long before = factor.use().counter();
        boolean counts = before != 0 || use.counter() != 0;
        if (counts && use.counter() <= before) {
            return false;
        }
        LoginFactor.Use now = new LoginFactor.Use(
                use.counter(),
                factor.use().madeAt(),
                Optional.of(execution.time().instant()));
        return execution
                .unit()
                .logins()
                .factors()
                .use(
                        new LoginFactor(
                                factor.id(), factor.user(), factor.kind(), factor.label(), factor.secret(), now),
                        before);
    }
}
