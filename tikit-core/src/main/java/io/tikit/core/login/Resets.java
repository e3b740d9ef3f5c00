package io.tikit.core.login;

import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.OneTimeToken;
import io.tikit.api.login.Origin;
import io.tikit.api.login.PasswordMail;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.people.UserState;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.condition.Fold;
import io.tikit.spi.login.LoginToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails by which passwords are set. */
final class Resets {
    private static final Logger LOG = LoggerFactory.getLogger(Resets.class);
    private static final Duration RESET = Duration.ofHours(1);
    private static final Duration INVITATION = Duration.ofDays(7);
    private static final int LONGEST_NAME = 300;
    /** Few mails for one person, however many ask. */
    private static final LoginPolicy.LockOut MAILS =
            new LoginPolicy.LockOut(3, Duration.ofMinutes(10), Duration.ofHours(4), Duration.ofHours(1));

    private final Entrance entrance;
    private final Session engine;
    private final Origin origin;

    Resets(Entrance entrance, Session engine, Origin origin) {
        this.entrance = entrance;
        this.engine = engine;
        this.origin = origin;
    }

    /** The mail, taking the place of those before. */
    static PasswordMail mail(Execution execution, User user) {
        boolean invitation =
                execution.unit().logins().passwords().of(user.id(), 1).isEmpty();
        execution.unit().logins().tokens().deleteAll(LoginToken.Kind.PASSWORD_MAIL, user.id(), Optional.empty());
        String secret = Secrets.random();
        Instant end = execution.time().instant().plus(invitation ? INVITATION : RESET);
        insert(execution, Optional.of(user.id()), secret, end);
        return new PasswordMail(user, OneTimeToken.of(secret), end, invitation);
    }

    private static void insert(Execution execution, Optional<UserId> user, String secret, Instant end) {
        Instant now = execution.time().instant();
        execution
                .unit()
                .logins()
                .tokens()
                .insert(new LoginToken(
                        execution.newId(),
                        LoginToken.Kind.PASSWORD_MAIL,
                        Secrets.hash(secret),
                        user,
                        new LoginToken.Times(now, now, end),
                        "{}"));
    }

    void request(String name, Consumer<PasswordMail> mailer) {
        Optional<UserId> whom = entrance.pipeline().apart(engine, execution -> counted(execution, name));
        // Elsewhere, so that neither the work nor the mailer tells by its time that there was somebody to write to.
        entrance.executor().execute(() -> whom.flatMap(this::made).ifPresent(one -> sent(mailer, one)));
    }

    private static void sent(Consumer<PasswordMail> mailer, PasswordMail mail) {
        try {
            mailer.accept(mail);
        } catch (RuntimeException e) {
            LOG.warn("the host's mailer failed with {}; {} got no mail to set a password", e.getClass(), mail.user());
        }
    }

    /** Who has that name, whether or not they may be written to; the same statements if nobody has it. */
    private Optional<UserId> counted(Execution execution, String name) {
        boolean possible = name.length() <= LONGEST_NAME;
        Optional<UserId> id = possible ? execution.unit().logins().user(name) : Optional.empty();
        String folded = Fold.of(possible ? name : name.substring(0, LONGEST_NAME));
        Throttle.Keys keys = Throttle.Keys.ofMails(id, folded, AddressList.owner(origin.address()));
        Throttle throttle = new Throttle(
                execution.unit().logins().guards(), MAILS, execution.time().instant());
        return throttle.charge(keys) == Throttle.Answer.LOCKED ? Optional.empty() : id;
    }

    private Optional<PasswordMail> made(UserId id) {
        return entrance.pipeline()
                .apart(
                        engine,
                        execution -> Admission.user(execution, id)
                                .filter(user ->
                                        user.active() && !user.person().email().isEmpty())
                                .map(user -> {
                                    new LoginLog(execution, origin).write(Optional.of(id), Kind.TOKEN_SENT, "asked");
                                    return mail(execution, user);
                                }));
    }

    /** Whoever was invited comes by a mail that somebody looking after logins has made for them. */
    static boolean isInvited(User user) {
        return user.state() == UserState.INVITED;
    }

    /** What a token leads to, if it is good. */
    Optional<Entrance.Step> find(OneTimeToken token) {
        return entrance.pipeline()
                .apart(
                        engine,
                        execution -> execution
                                .unit()
                                .logins()
                                .tokens()
                                .find(LoginToken.Kind.PASSWORD_MAIL, Secrets.hash(token.value()))
                                .filter(found -> execution
                                        .time()
                                        .instant()
                                        .isBefore(found.times().endsAt()))
                                .flatMap(found ->
                                        entrance.stepOf(execution, found, user -> user.active() || isInvited(user))));
    }
}
