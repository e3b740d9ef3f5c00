package io.tikit.jpa;

import io.tikit.api.Channel;
import io.tikit.api.login.LoginEntry;
import io.tikit.api.login.Origin;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.spi.login.Guard;
import io.tikit.spi.login.LoginFactor;
import io.tikit.spi.login.LoginRepository;
import io.tikit.spi.login.LoginToken;
import io.tikit.spi.login.StoredPassword;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The part of the {@link StatementWalk} that goes over logins. */
final class LoginWalk {
    private static final int IN_UNIT = 250;

    private final Storage storage;
    private final Samples.Desk desk;

    LoginWalk(Storage storage, Samples.Desk desk) {
        this.storage = storage;
        this.desk = desk;
    }

    private static Instant at(int second) {
        return Samples.NOW.plusSeconds(second);
    }

    private static String digest(int number) {
        return String.format(Locale.ROOT, "%064d", number);
    }

    private static LoginToken token(int i, UserId user) {
        LoginToken.Kind kind = LoginToken.Kind.values()[i % LoginToken.Kind.values().length];
        return new LoginToken(
                Samples.id(), kind, digest(i), Optional.of(user), new LoginToken.Times(at(i), at(i), at(i)), "{}");
    }

    private static LoginFactor factor(int i, UserId user) {
        return new LoginFactor(
                Samples.id(), user, "totp", "Phone", "secret", new LoginFactor.Use(i, at(i), Optional.empty()));
    }

    /** Something of each kind for each user, and for some more than once. */
    void fill(List<User> users) {
        for (int i = 0; i < users.size(); i += IN_UNIT) {
            try (UnitOfWork unit = storage.begin(desk.tenant(), UnitMode.OWN)) {
                for (int j = i; j < Math.min(users.size(), i + IN_UNIT); j++) {
                    UserId user = users.get(j).id();
                    LoginRepository logins = unit.logins();
                    logins.passwords().insert(new StoredPassword(user, 1, "hash", at(j), false));
                    logins.guards().insert(new Guard(digest(j), 1, at(j), at(j)));
                    logins.tokens().insert(token(j, user));
                    logins.factors().insert(factor(j, user));
                    logins.history().insert(entry(j, user));
                }
                unit.commit();
            }
        }
    }

    private static LoginEntry entry(int i, UserId user) {
        return new LoginEntry(
                Samples.id(),
                at(i),
                Optional.of(user),
                Optional.empty(),
                new LoginEntry.Happening(LoginEntry.Kind.SIGNED_IN, "password"),
                new Origin("192.0.2.1", "Browser", Channel.WEB));
    }

    void run(List<User> users) {
        User user = users.get(users.size() / 2);
        Optional<UserId> whose = Optional.of(user.id());
        try (UnitOfWork unit = storage.begin(desk.tenant(), UnitMode.OWN)) {
            LoginRepository logins = unit.logins();
            logins.user(user.person().email());
            logins.user(user.person().subject());
            logins.passwords().of(user.id(), 5);
            logins.passwords().rehash(new StoredPassword(user.id(), 1, "new", at(0), false), "hash");
            logins.passwords().forget(user.id(), 1);
            Guard guard = logins.guards().lock(digest(7)).orElseThrow();
            logins.guards().update(guard);
            logins.guards().delete(digest(8));
            logins.guards().sweep(at(20), 10);
            LoginToken token = logins.tokens()
                    .list(LoginToken.Kind.SESSION, Optional.empty(), Optional.empty(), 20)
                    .get(0);
            UUID before = token.id();
            logins.tokens().list(LoginToken.Kind.SESSION, whose, Optional.empty(), 20);
            logins.tokens().list(LoginToken.Kind.SESSION, whose, Optional.of(before), 20);
            logins.tokens().list(LoginToken.Kind.SESSION, Optional.empty(), Optional.of(before), 20);
            logins.tokens().find(before);
            logins.tokens().find(LoginToken.Kind.SESSION, token.hash());
            logins.tokens().touch(before, at(9_000), at(8_000));
            logins.tokens().update(token);
            logins.tokens().delete(before);
            logins.tokens().deleteAll(LoginToken.Kind.SESSION, user.id(), Optional.empty());
            logins.tokens().sweep(at(20), 10);
            LoginFactor factor = logins.factors().of(user.id()).get(0);
            logins.factors().use(factor, 1);
            logins.factors().rename(user.id(), factor.id(), "Old phone");
            logins.factors().delete(user.id(), factor.id());
            UUID line = logins.history()
                    .page(Optional.empty(), Optional.empty(), 20)
                    .get(0)
                    .id();
            logins.history().page(Optional.empty(), Optional.of(line), 20);
            logins.history().page(whose, Optional.empty(), 20);
            logins.history().page(whose, Optional.of(line), 20);
            logins.history().sweep(at(20), 10);
            unit.commit();
        }
    }
}
