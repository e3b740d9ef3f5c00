package io.tikit.core.login;

import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.Origin;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Execution;
import io.tikit.spi.login.LoginToken;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Marks beside the sessions in which somebody acts as somebody else. A mark outlives its session, whatever ended that, and
 * whoever takes it away writes the end into both histories; so it is written once.
 */
final class ActingBook {
    private static final String SESSION = "session";
    private static final String OTHER = "other";
    private static final int MOST = 200;

    private ActingBook() {}

    static void begin(Execution execution, UUID session, UserId actor, UserId other, Origin origin, Instant endsAt) {
        Instant now = execution.time().instant();
        execution
                .unit()
                .logins()
                .tokens()
                .insert(new LoginToken(
                        execution.newId(),
                        LoginToken.Kind.ACTING,
                        hash(session),
                        Optional.of(actor),
                        new LoginToken.Times(now, now, endsAt),
                        Details.of(origin)
                                .with(SESSION, session.toString())
                                .with(OTHER, other.toString())
                                .text()));
    }

    private static String hash(UUID session) {
        return Secrets.hash("acting", session.toString());
    }

    static Optional<LoginToken> find(UnitOfWork unit, UUID session) {
        return unit.logins().tokens().find(LoginToken.Kind.ACTING, hash(session));
    }

    static UUID session(LoginToken mark) {
        return UUID.fromString(Details.read(mark.details()).get(SESSION).orElseThrow());
    }

    /** Writes the end of a session, if it is one of acting whose end is not yet written. */
    static boolean end(Execution execution, UUID session, String how) {
        Optional<LoginToken> mark = find(execution.unit(), session);
        mark.ifPresent(one -> end(execution, one, how));
        return mark.isPresent();
    }

    private static void end(Execution execution, LoginToken mark, String how) {
        if (execution.unit().logins().tokens().delete(mark.id())) {
            Details details = Details.read(mark.details());
            new LoginLog(execution, details.origin())
                    .both(
                            mark.user().orElseThrow(),
                            UserId.of(details.get(OTHER).orElseThrow()),
                            Kind.ACTING_ENDED,
                            how);
        }
    }

    /** Writes the ends of all sessions in which somebody acts, but one. */
    static void endAll(Execution execution, UserId actor, Optional<UUID> but, String how) {
        execution
                .unit()
                .logins()
                .tokens()
                .list(LoginToken.Kind.ACTING, Optional.of(actor), Optional.empty(), MOST)
                .stream()
                .filter(mark -> !Optional.of(session(mark)).equals(but))
                .forEach(mark -> end(execution, mark, how));
    }
}
