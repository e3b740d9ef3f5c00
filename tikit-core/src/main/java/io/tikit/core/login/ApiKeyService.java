package io.tikit.core.login;

import io.tikit.api.Actor;
import io.tikit.api.access.Permission;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.login.ApiKey;
import io.tikit.api.login.ApiKeySecret;
import io.tikit.api.login.ApiKeys;
import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.LoginId;
import io.tikit.api.login.MadeApiKey;
import io.tikit.api.login.NewApiKey;
import io.tikit.api.people.Role;
import io.tikit.api.people.UserId;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Grant;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.login.LoginToken;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Keys for programs, for one caller. */
final class ApiKeyService implements ApiKeys {
    private static final int MOST = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SERVICE = 60;
    private static final int MOST_ADDRESSES = 50;
    private static final int MOST_CALLS = 1_000_000;
    private static final Duration LONGEST_LIFE = Duration.ofDays(3_660);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final Supplier<Session> session;
    private final Entrance entrance;

    ApiKeyService(Supplier<Session> session, Entrance entrance) {
        this.session = session;
        this.entrance = entrance;
    }

    @Override
    public MadeApiKey make(NewApiKey wish) {
        Session who = session.get();
        UserId id = OwnLoginService.oneself(who);
        check(wish, new Violations());
        wish.scope().forEach(permission -> Access.require(who, permission));
        return entrance.pipeline().apart(who, execution -> {
            MadeApiKey made = insert(execution, Optional.of(id), Optional.empty(), wish);
            log(execution, Optional.of(id), Kind.KEY_MADE);
            return made;
        });
    }

    @Override
    public MadeApiKey makeForService(String service, Role role, NewApiKey wish) {
        Session who = session.get();
        Violations violations = new Violations();
        violations.line("service", service, 1, LONGEST_SERVICE);
        if (!Access.isKnown(who, role)) {
            violations.add("role", "unknown_role", "there is no role '" + role + "'", Map.of("role", role.key()));
        }
        check(wish, violations);
        if (who.grant().flatMap(Grant::permissions).isPresent()) {
            throw Door.notYourself();
        }
        Access.require(who, Permission.ADMINS_CHANGE);
        Access.requireHoldsNoMore(who, role);
        wish.scope().forEach(permission -> Access.require(who, permission));
        return entrance.pipeline().apart(who, execution -> {
            MadeApiKey made = insert(execution, Optional.empty(), Optional.of(new Actor.Service(service, role)), wish);
            log(execution, Optional.empty(), Kind.KEY_MADE);
            return made;
        });
    }

    private static void check(NewApiKey wish, Violations violations) {
        violations.line("name", wish.name(), 1, LONGEST_NAME);
        if (wish.scope().isEmpty()) {
            violations.add("scope", "required", "name at least one permission");
        }
        if (wish.addresses().size() > MOST_ADDRESSES) {
            violations.add("addresses", "too_many", "at most " + MOST_ADDRESSES, Map.of("max", MOST_ADDRESSES));
        }
        for (String address : wish.addresses()) {
            if (address.contains(" ") || AddressList.parse(address).isEmpty()) {
                violations.add(
                        "addresses",
                        "bad_network",
                        "'" + address + "' is neither an address nor a network such as 10.0.0.0/8",
                        Map.of("value", address));
            }
        }
        range("perMinute", wish.perMinute(), 0, MOST_CALLS, violations);
        range("life", wish.life().toDays(), 1, LONGEST_LIFE.toDays(), violations);
        if (!violations.isEmpty()) {
            throw new InvalidException(ErrorCode.INVALID_CALL, violations.all());
        }
    }

    private static void range(String path, long value, long least, long most, Violations violations) {
        if (value < least || value > most) {
            violations.add(
                    path,
                    "out_of_range",
                    "from " + least + " to " + most + ", not " + value,
                    Map.of("least", least, "most", most, "value", value));
        }
    }

    private static MadeApiKey insert(
            Execution execution, Optional<UserId> user, Optional<Actor.Service> service, NewApiKey wish) {
        ApiKeySecret secret = ApiKeyBook.newSecret();
        Instant now = execution.time().instant();
        LoginToken token = new LoginToken(
                execution.newId(),
                LoginToken.Kind.API_KEY,
                Secrets.hash(secret.value()),
                user,
                new LoginToken.Times(now, now, now.plus(wish.life())),
                ApiKeyBook.details(wish, secret, service).text());
        execution.unit().logins().tokens().insert(token);
        return new MadeApiKey(secret, ApiKeyBook.of(token));
    }

    private static void log(Execution execution, Optional<UserId> user, Kind kind) {
        new LoginLog(execution, OwnLoginService.origin(execution)).write(user, kind, "api_key");
    }

    @Override
    public List<ApiKey> own() {
        Session who = session.get();
        return list(who, Optional.of(OwnLoginService.oneself(who)));
    }

    @Override
    public List<ApiKey> all() {
        Session who = session.get();
        Access.require(who, Permission.ADMINS_CHANGE);
        return list(who, Optional.empty());
    }

    private List<ApiKey> list(Session who, Optional<UserId> user) {
        return entrance.reader().read(who.tenant(), unit -> {
            Instant now = entrance.now();
            return unit.logins().tokens().list(LoginToken.Kind.API_KEY, user, Optional.empty(), MOST).stream()
                    .filter(token -> now.isBefore(token.times().endsAt()))
                    .map(ApiKeyBook::of)
                    .toList();
        });
    }

    @Override
    public MadeApiKey rotate(LoginId key, Duration overlap) {
        Session who = session.get();
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            Violations violations = new Violations();
            range("overlap", overlap.toDays(), 0, LONGEST_OVERLAP.toDays(), violations);
            throw new InvalidException(ErrorCode.INVALID_CALL, violations.all());
        }
        return entrance.pipeline().apart(who, execution -> {
            LoginToken old = found(execution.unit(), who, key);
            Instant now = execution.time().instant();
            ApiKey present = ApiKeyBook.of(old);
            Optional<Actor.Service> service =
                    present.holder() instanceof Actor.Service one ? Optional.of(one) : Optional.empty();
            MadeApiKey made = insert(execution, old.user(), service, present.settings());
            Instant end = now.plus(overlap);
            execution
                    .unit()
                    .logins()
                    .tokens()
                    .update(new LoginToken(
                            old.id(),
                            old.kind(),
                            old.hash(),
                            old.user(),
                            new LoginToken.Times(
                                    old.times().madeAt(),
                                    old.times().seenAt(),
                                    end.isBefore(old.times().endsAt())
                                            ? end
                                            : old.times().endsAt()),
                            old.details()));
            log(execution, old.user(), Kind.KEY_ROTATED);
            return made;
        });
    }

    @Override
    public void revoke(LoginId key) {
        Session who = session.get();
        entrance.pipeline().apart(who, execution -> {
            LoginToken old = found(execution.unit(), who, key);
            execution.unit().logins().tokens().delete(old.id());
            log(execution, old.user(), Kind.KEY_REVOKED);
            return true;
        });
    }

    /** One's own, or anybody's for those who may. */
    private LoginToken found(UnitOfWork unit, Session who, LoginId key) {
        UserId id = OwnLoginService.oneself(who);
        return unit.logins()
                .tokens()
                .find(key.value())
                .filter(token -> token.kind() == LoginToken.Kind.API_KEY
                        && entrance.now().isBefore(token.times().endsAt()))
                .filter(token -> token.user().equals(Optional.of(id)) || Access.may(who, Permission.ADMINS_CHANGE))
                .orElseThrow(() -> new NotFoundException(
                        ErrorCode.LOGIN_NOT_FOUND, "there is no API key " + key + " for this caller"));
    }
}
