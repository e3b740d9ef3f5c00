package io.tikit.core.login;

import io.tikit.api.access.Permission;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.login.LoginAdministration;
import io.tikit.api.login.LoginEntry;
import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginSession;
import io.tikit.api.login.Password;
import io.tikit.api.login.PasswordMail;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.login.LoginToken;
import io.tikit.spi.login.StoredPassword;
import io.tikit.spi.storage.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The ways in of others, for one caller who looks after them. */
final class LoginAdministrationService implements LoginAdministration {
    private static final int EARLIER = 25;
    private static final int LINES = 200;

    private final Supplier<Session> session;
    private final Entrance entrance;

    LoginAdministrationService(Supplier<Session> session, Entrance entrance) {
        this.session = session;
        this.entrance = entrance;
    }

    private User of(UnitOfWork unit, Session who, UserId id) {
        Access.require(who, Permission.LOGINS);
        User user = unit.users().findAll(Set.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException(ErrorCode.USER_NOT_FOUND, "there is no user " + id));
        if (entrance.policies().isAdministrator(unit, user)) {
            Access.require(who, Permission.ADMINS_CHANGE);
        }
        return user;
    }

    private static void log(Execution execution, UserId user, Kind kind) {
        new LoginLog(execution, OwnLoginService.origin(execution)).write(Optional.of(user), kind, "by_administrator");
    }

    @Override
    public void setPassword(UserId id, Password password) {
        Session who = session.get();
        record Known(User user, LoginPolicy policy, List<StoredPassword> earlier) {}
        Known known = entrance.reader()
                .read(
                        who.tenant(),
                        unit -> new Known(
                                of(unit, who, id),
                                entrance.policies().of(unit),
                                unit.logins().passwords().of(id, EARLIER)));
        String hash = entrance.passwords().accepted(password, known.user(), known.policy(), known.earlier());
        entrance.pipeline().apart(who, execution -> {
            User user = of(execution.unit(), who, id);
            PasswordBook.set(execution, user, hash, known.policy(), true, Optional.empty());
            log(execution, id, Kind.PASSWORD_SET);
            return true;
        });
    }

    @Override
    public void unlock(UserId id) {
        Session who = session.get();
        entrance.pipeline().apart(who, execution -> {
            of(execution.unit(), who, id);
            execution.unit().logins().guards().delete(Throttle.Keys.account(id));
            // Where somebody has come from before they have a count of its own, by the address of the failures.
            execution.unit().logins().history().page(Optional.of(id), Optional.empty(), LINES).stream()
                    .map(line -> AddressList.owner(line.origin().address()))
                    .distinct()
                    .flatMap(address -> Throttle.Keys.of(Optional.of(id), "", address).familiar().stream())
                    .sorted()
                    .forEach(execution.unit().logins().guards()::delete);
            log(execution, id, Kind.UNLOCKED);
            return true;
        });
    }

    @Override
    public List<LoginSession> sessions(UserId id) {
        Session who = session.get();
        return entrance.reader().read(who.tenant(), unit -> {
            of(unit, who, id);
            return entrance.sessions(unit, id);
        });
    }

    @Override
    public int revokeAll(UserId id) {
        Session who = session.get();
        return entrance.pipeline().apart(who, execution -> {
            of(execution.unit(), who, id);
            int ended = SessionBook.endAll(execution, id, Optional.empty());
            log(execution, id, Kind.SESSIONS_REVOKED);
            return ended;
        });
    }

    @Override
    public PasswordMail passwordMail(UserId id) {
        Session who = session.get();
        return entrance.pipeline().apart(who, execution -> {
            User user = of(execution.unit(), who, id);
            PasswordMail mail = Resets.mail(execution, user);
            log(execution, id, Kind.TOKEN_SENT);
            return mail;
        });
    }

    @Override
    public void removeFactors(UserId id) {
        Session who = session.get();
        entrance.pipeline().apart(who, execution -> {
            of(execution.unit(), who, id);
            if (Factors.removeAll(execution, id)) {
                log(execution, id, Kind.FACTOR_REMOVED);
            }
            SessionBook.endAll(execution, id, Optional.empty());
            // With them goes what was begun before, at a door or in a session: it could only add a factor that nobody
            // removed.
            execution.unit().logins().tokens().deleteAll(LoginToken.Kind.STEP, id, Optional.empty());
            return true;
        });
    }

    @Override
    public Page<LoginEntry> history(Optional<UserId> user, PageRequest page) {
        Session who = session.get();
        Access.require(who, Permission.LOGINS);
        return OwnLoginService.history(entrance, who, user, page);
    }
}
