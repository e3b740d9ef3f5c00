package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Channel;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.login.LoginEntry;
import io.tikit.api.login.Origin;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.spi.login.Guard;
import io.tikit.spi.login.LoginFactor;
import io.tikit.spi.login.LoginToken;
import io.tikit.spi.login.StoredPassword;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is kept of logins.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface LoginContract extends StorageFixture {
    /** A name is a mail address, whatever its case, or a subject as it is, of the unit's own tenant. */
    @Test
    default void namesOfLoginsLeadToTheirUsers() {
        TestTenant tenant = TestTenant.in(storage(), "login-name");
        TestTenant other = TestTenant.in(storage(), "login-name-other");
        User user = tenant.users().get(0);
        String mail = user.person().email();
        assertThat(tenant.find(unit -> unit.logins().user(mail.toUpperCase(Locale.ROOT))))
                .contains(user.id());
        assertThat(tenant.find(unit -> unit.logins().user(user.person().subject())))
                .contains(user.id());
        assertThat(tenant.find(unit -> unit.logins().user("nobody@" + mail))).isEmpty();
        assertThat(tenant.find(unit -> unit.logins().user(""))).isEmpty();
        assertThat(other.find(unit -> unit.logins().user(mail))).isEmpty();
    }

    /** The latest password comes first; each user has their own; a hash is replaced only while it is the one expected. */
    @Test
    default void passwordsComeLatestFirst() {
        TestTenant tenant = TestTenant.in(storage(), "login-password");
        UserId user = tenant.people().get(0);
        tenant.write(unit -> {
            for (int number = 1; number <= 3; number++) {
                unit.logins().passwords().insert(password(user, number, "h" + number));
            }
            unit.logins().passwords().insert(password(tenant.people().get(1), 1, "other"));
            assertThat(unit.logins().passwords().of(user, 2))
                    .containsExactly(password(user, 3, "h3"), password(user, 2, "h2"));
        });
        tenant.write(unit -> {
            assertThat(unit.logins().passwords().rehash(password(user, 3, "new"), "h2"))
                    .isFalse();
            assertThat(unit.logins().passwords().rehash(password(user, 3, "new"), "h3"))
                    .isTrue();
            unit.logins().passwords().forget(user, 2);
        });
        assertThat(tenant.list(unit -> unit.logins().passwords().of(user, 10)))
                .containsExactly(password(user, 3, "new"), password(user, 2, "h2"));
        assertThat(tenant.list(
                        unit -> unit.logins().passwords().of(tenant.people().get(1), 10)))
                .containsExactly(password(tenant.people().get(1), 1, "other"));
    }

    private static StoredPassword password(UserId user, int number, String hash) {
        return new StoredPassword(user, number, hash, TestTenant.START.plusMillis(number), number == 2);
    }

    /** No failure is lost, however many are counted at once. */
    @Test
    default void failuresAreCountedOneAfterTheOther() {
        TestTenant tenant = TestTenant.in(storage(), "login-guard");
        Guard first = new Guard(digest('a'), 1, TestTenant.START, TestTenant.START);
        tenant.write(unit -> {
            assertThat(unit.logins().guards().lock(first.key())).isEmpty();
            unit.logins().guards().insert(first);
            assertThat(unit.logins().guards().lock(first.key())).contains(first);
        });
        Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    tenant.persist(unit -> {
                        Guard before = unit.logins().guards().lock(first.key()).orElseThrow();
                        unit.logins()
                                .guards()
                                .update(new Guard(
                                        before.key(),
                                        before.failures() + 1,
                                        before.lastAt().plusMillis(1),
                                        before.openAt().plusMillis(2)));
                    });
                    return true;
                })
                .toList());
        tenant.write(unit -> {
            assertThat(unit.logins().guards().lock(first.key()))
                    .contains(
                            new Guard(first.key(), 9, TestTenant.START.plusMillis(8), TestTenant.START.plusMillis(16)));
            unit.logins().guards().delete(first.key());
            assertThat(unit.logins().guards().lock(first.key())).isEmpty();
        });
    }

    /** Only counts are swept that are old and let through. */
    @Test
    default void oldFailuresAreSwept() {
        TestTenant tenant = TestTenant.in(storage(), "login-sweep");
        Instant now = TestTenant.START;
        tenant.write(unit -> {
            unit.logins().guards().insert(new Guard(digest('a'), 1, now.minusMillis(1), now.minusMillis(1)));
            unit.logins().guards().insert(new Guard(digest('b'), 1, now.minusMillis(1), now));
            unit.logins().guards().insert(new Guard(digest('c'), 1, now, now.minusMillis(1)));
        });
        tenant.write(unit -> assertThat(unit.logins().guards().sweep(now, 10)).isEqualTo(1));
        tenant.write(unit -> {
            assertThat(unit.logins().guards().lock(digest('a'))).isEmpty();
            assertThat(unit.logins().guards().lock(digest('b'))).isPresent();
            assertThat(unit.logins().guards().lock(digest('c'))).isPresent();
        });
    }

    private static String digest(char digit) {
        return String.valueOf(digit).repeat(64);
    }

    /** Tokens come back as they were, by their secret within their kind and tenant, and change as they are told to. */
    @Test
    default void tokensAreFoundByTheirSecrets() {
        TestTenant tenant = TestTenant.in(storage(), "login-token");
        TestTenant other = TestTenant.in(storage(), "login-token-other");
        LoginToken session =
                token('a', LoginToken.Kind.SESSION, Optional.of(tenant.people().get(0)));
        LoginToken key = token('b', LoginToken.Kind.API_KEY, Optional.empty());
        tenant.write(unit -> {
            unit.logins().tokens().insert(session);
            unit.logins().tokens().insert(key);
        });
        assertThat(tenant.find(unit -> unit.logins().tokens().find(LoginToken.Kind.SESSION, digest('a'))))
                .contains(session);
        assertThat(tenant.find(unit -> unit.logins().tokens().find(key.id()))).contains(key);
        assertThat(tenant.find(unit -> unit.logins().tokens().find(LoginToken.Kind.STEP, digest('a'))))
                .isEmpty();
        assertThat(other.find(unit -> unit.logins().tokens().find(LoginToken.Kind.SESSION, digest('a'))))
                .isEmpty();
        assertThat(other.find(unit -> unit.logins().tokens().find(session.id())))
                .isEmpty();
        Instant made = session.times().madeAt();
        LoginToken shorter = new LoginToken(
                session.id(),
                session.kind(),
                session.hash(),
                session.user(),
                new LoginToken.Times(made, made, made.plusMillis(5)),
                "other \u20ac");
        tenant.write(unit -> {
            assertThat(unit.logins().tokens().touch(session.id(), made.plusMillis(9), made))
                    .isFalse();
            assertThat(unit.logins().tokens().update(shorter)).isTrue();
            assertThat(unit.logins().tokens().find(session.id())).contains(shorter);
            assertThat(unit.logins().tokens().touch(session.id(), made.plusMillis(9), made.plusMillis(1)))
                    .isTrue();
            assertThat(unit.logins()
                            .tokens()
                            .find(session.id())
                            .orElseThrow()
                            .times()
                            .seenAt())
                    .isEqualTo(made.plusMillis(9));
        });
    }

    /** Of several who use a token up at once, one does; so it is with the counter of a factor. */
    @Test
    default void tokenIsUsedUpOnce() {
        TestTenant tenant = TestTenant.in(storage(), "login-once");
        UserId user = tenant.people().get(0);
        LoginToken once = token('a', LoginToken.Kind.PASSWORD_MAIL, Optional.of(user));
        LoginFactor factor = factor(1, user, 7);
        tenant.write(unit -> {
            unit.logins().tokens().insert(once);
            unit.logins().factors().insert(factor);
        });
        assertThat(Together.all(four(tenant, unit -> unit.logins().tokens().delete(once.id()))))
                .containsOnlyOnce(true);
        LoginFactor used = new LoginFactor(
                factor.id(),
                user,
                factor.kind(),
                factor.label(),
                factor.secret(),
                new LoginFactor.Use(8, factor.use().madeAt(), Optional.of(TestTenant.START)));
        assertThat(Together.all(four(tenant, unit -> unit.logins().factors().use(used, 7))))
                .containsOnlyOnce(true);
        assertThat(tenant.list(unit -> unit.logins().factors().of(user))).containsExactly(used);
    }

    private static List<Callable<Boolean>> four(TestTenant tenant, Predicate<UnitOfWork> action) {
        Callable<Boolean> once = () -> {
            try (UnitOfWork unit = tenant.storage().begin(tenant.id(), UnitMode.OWN)) {
                boolean done = action.test(unit);
                unit.commit();
                return done;
            } catch (ConflictException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_CONFLICT);
                return false;
            }
        };
        return IntStream.range(0, 4).mapToObj(i -> once).toList();
    }

    /** Tokens of a kind are listed latest first, page by page, and ended all at once but for one. */
    @Test
    default void tokensAreListedAndEnded() {
        TestTenant tenant = TestTenant.in(storage(), "login-list");
        UserId user = tenant.people().get(0);
        List<LoginToken> mine = new ArrayList<>();
        for (char digit : "abcd".toCharArray()) {
            mine.add(0, token(digit, LoginToken.Kind.SESSION, Optional.of(user)));
        }
        LoginToken theirs =
                token('e', LoginToken.Kind.SESSION, Optional.of(tenant.people().get(1)));
        LoginToken step = token('f', LoginToken.Kind.STEP, Optional.of(user));
        tenant.write(unit -> {
            mine.forEach(unit.logins().tokens()::insert);
            unit.logins().tokens().insert(theirs);
            unit.logins().tokens().insert(step);
        });
        assertThat(list(tenant, Optional.of(user), Optional.empty(), 10)).containsExactlyElementsOf(mine);
        assertThat(list(tenant, Optional.of(user), Optional.of(mine.get(1).id()), 1))
                .containsExactly(mine.get(2));
        assertThat(list(tenant, Optional.empty(), Optional.empty(), 10))
                .hasSize(5)
                .startsWith(theirs);
        tenant.write(unit -> assertThat(unit.logins()
                        .tokens()
                        .deleteAll(
                                LoginToken.Kind.SESSION,
                                user,
                                Optional.of(mine.get(2).id())))
                .isEqualTo(3));
        assertThat(list(tenant, Optional.empty(), Optional.empty(), 10)).containsExactly(theirs, mine.get(2));
        assertThat(tenant.find(unit -> unit.logins().tokens().find(step.id()))).contains(step);
        Instant end = theirs.times().endsAt();
        tenant.write(unit -> assertThat(unit.logins().tokens().sweep(end, 10)).isZero());
        tenant.write(unit ->
                assertThat(unit.logins().tokens().sweep(end.plusMillis(1), 2)).isEqualTo(2));
        tenant.write(unit ->
                assertThat(unit.logins().tokens().sweep(end.plusMillis(1), 9)).isEqualTo(1));
    }

    private static List<LoginToken> list(TestTenant tenant, Optional<UserId> user, Optional<UUID> before, int limit) {
        return tenant.list(unit -> unit.logins().tokens().list(LoginToken.Kind.SESSION, user, before, limit));
    }

    /** Ids in the order of a number, as those of the engine are in the order of time. */
    private static UUID ordered(int number) {
        return new UUID(((long) number << 16) | 0x7000L, Long.MIN_VALUE);
    }

    private static LoginToken token(char digit, LoginToken.Kind kind, Optional<UserId> user) {
        Instant made = TestTenant.START;
        return new LoginToken(
                ordered(digit),
                kind,
                digest(digit),
                user,
                new LoginToken.Times(made, made, made.plusSeconds(60)),
                "{\"n\":\"\u20ac\"}");
    }

    /** Factors belong to their owner, who alone removes them. */
    @Test
    default void factorsBelongToTheirOwner() {
        TestTenant tenant = TestTenant.in(storage(), "login-factor");
        UserId user = tenant.people().get(0);
        UserId other = tenant.people().get(1);
        LoginFactor first = factor(1, user, 0);
        LoginFactor second = factor(2, user, Long.MAX_VALUE);
        tenant.write(unit -> {
            unit.logins().factors().insert(first);
            unit.logins().factors().insert(second);
            unit.logins().factors().insert(factor(3, other, 1));
        });
        assertThat(tenant.list(unit -> unit.logins().factors().of(user))).containsExactly(first, second);
        tenant.write(unit -> {
            assertThat(unit.logins().factors().rename(other, second.id(), "stolen"))
                    .isFalse();
            assertThat(unit.logins().factors().rename(user, second.id(), "\u0130."))
                    .isTrue();
            assertThat(unit.logins().factors().delete(other, first.id())).isFalse();
            assertThat(unit.logins().factors().delete(user, first.id())).isTrue();
        });
        assertThat(tenant.list(unit -> unit.logins().factors().of(user)))
                .containsExactly(
                        new LoginFactor(second.id(), user, second.kind(), "\u0130.", second.secret(), second.use()));
    }

    private static LoginFactor factor(int number, UserId user, long counter) {
        return new LoginFactor(
                ordered(number),
                user,
                "totp",
                "Phone \u20ac",
                "secret",
                new LoginFactor.Use(counter, TestTenant.START, Optional.empty()));
    }

    /** The history is read latest first, of one user or of all, and swept from its end. */
    @Test
    default void historyOfLoginsIsReadAndSwept() {
        TestTenant tenant = TestTenant.in(storage(), "login-history");
        TestTenant other = TestTenant.in(storage(), "login-history-other");
        UserId user = tenant.people().get(0);
        LoginEntry nobody = entry(Optional.empty(), Optional.empty(), 0);
        LoginEntry mine = entry(Optional.of(user), Optional.empty(), 1);
        LoginEntry theirs = entry(Optional.of(tenant.people().get(1)), Optional.of(user), 2);
        LoginEntry last = entry(Optional.of(user), Optional.of(tenant.people().get(1)), 3);
        tenant.write(unit -> List.of(nobody, mine, theirs, last)
                .forEach(line -> unit.logins().history().insert(line)));
        assertThat(tenant.list(unit -> unit.logins().history().page(Optional.empty(), Optional.empty(), 10)))
                .containsExactly(last, theirs, mine, nobody);
        assertThat(tenant.list(unit -> unit.logins().history().page(Optional.of(user), Optional.empty(), 10)))
                .containsExactly(last, mine);
        assertThat(tenant.list(unit -> unit.logins().history().page(Optional.empty(), Optional.of(last.id()), 2)))
                .containsExactly(theirs, mine);
        assertThat(other.list(unit -> unit.logins().history().page(Optional.empty(), Optional.empty(), 10)))
                .isEmpty();
        tenant.write(
                unit -> assertThat(unit.logins().history().sweep(mine.at(), 10)).isEqualTo(1));
        assertThat(tenant.list(unit -> unit.logins().history().page(Optional.empty(), Optional.empty(), 10)))
                .containsExactly(last, theirs, mine);
    }

    private static LoginEntry entry(Optional<UserId> user, Optional<UserId> by, int second) {
        return new LoginEntry(
                ordered(second + 1),
                TestTenant.START.plusSeconds(second),
                user,
                by,
                new LoginEntry.Happening(LoginEntry.Kind.REFUSED, "wrong_password"),
                new Origin("2001:db8::1", "Browser \u20ac", Channel.WEB));
    }
}
