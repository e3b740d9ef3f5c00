package io.tikit.tck.authentication;

import static io.tikit.spi.authentication.Authentication.Reason.DENIED;
import static io.tikit.spi.authentication.Authentication.Reason.WRONG;
import static io.tikit.tck.Mutant.mutant;

import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.authentication.Authentication;
import io.tikit.spi.authentication.Credentials;
import io.tikit.spi.authentication.Identity;
import io.tikit.spi.authentication.Secret;
import io.tikit.tck.ContractCatchesFaults;
import io.tikit.tck.Faults;
import io.tikit.tck.Mutant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Each planted fault makes the test fail that is there for it. */
class AuthenticatorContractCatchesFaultsTest implements ContractCatchesFaults {
    private static final Class<?> ABLE = InMemoryAuthenticatorTest.WithEverything.class;
    private static final Class<?> BARE = InMemoryAuthenticatorTest.WithNothing.class;

    @Override
    public List<Mutant> mutants() {
        return List.of(
                mutant("changes its mind", ABLE, "capabilitiesAreSteady", faults -> {
                    AtomicInteger asked = new AtomicInteger();
                    faults.lie(
                            "Authenticator.capabilities",
                            (real, given) -> asked.getAndIncrement() == 0 ? real.with(given) : Set.of());
                }),
                mutant("answers undeclared", BARE, "undeclaredKindsAreRefused", checking((sound, t, c) -> refused())),
                mutant("new subject each time", ABLE, "rightPasswordIsAccepted", checking((sound, t, c) -> {
                    Authentication answer = sound.check(t, c);
                    return answer instanceof Authentication.Accepted ? accepted("s" + System.nanoTime()) : answer;
                })),
                mutant("cuts passwords", ABLE, "wrongPasswordIsRefused", typed((sound, t, c) -> {
                    String given = c.password().read(String::new);
                    boolean begins =
                            given.length() > 72 && AuthenticatorFixture.PASSWORD.startsWith(given.substring(0, 72));
                    return begins ? accepted("subject-emily") : sound.check(t, c);
                })),
                mutant("ignores case", ABLE, "wrongPasswordIsRefused", typed((sound, t, c) -> {
                    boolean same = c.password()
                            .read(given -> AuthenticatorFixture.PASSWORD
                                    .toUpperCase(Locale.ROOT)
                                    .equals(new String(given)));
                    return same ? accepted("subject-emily") : sound.check(t, c);
                })),
                mutant(
                        "tells unknown names",
                        ABLE,
                        "unknownNameLooksLikeAWrongPassword",
                        typed((sound, t, c) ->
                                c.name().equals("nobody") ? new Authentication.Refused(DENIED) : sound.check(t, c))),
                mutant(
                        "takes names for queries",
                        ABLE,
                        "unknownNameLooksLikeAWrongPassword",
                        typed((sound, t, c) -> c.name().endsWith("*")
                                ? sound.check(t, new Credentials.Password(AuthenticatorFixture.NAME, c.password()))
                                : sound.check(t, c))),
                mutant(
                        "answers quickly",
                        ABLE,
                        "unknownNameTakesTheSameTime",
                        typed((sound, t, c) -> c.name().startsWith("nobody") ? refused() : sound.check(t, c))),
                mutant("accepts longer tokens", ABLE, "tokenIsComparedExactly", checking((sound, t, c) -> {
                    boolean begins = c instanceof Credentials.Token token
                            && token.token().read(given -> new String(given).startsWith(AuthenticatorFixture.TOKEN));
                    return begins ? accepted("subject-emily") : sound.check(t, c);
                })),
                mutant("refuses when offline", ABLE, "unreachableIsNotRefused", checking((sound, t, c) -> {
                    try {
                        return sound.check(t, c);
                    } catch (UnavailableException e) {
                        return refused();
                    }
                })),
                mutant("tells the name", ABLE, "unreachableIsNotRefused", typed((sound, t, c) -> {
                    try {
                        return sound.check(t, c);
                    } catch (UnavailableException e) {
                        throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "cannot check " + c.name(), e);
                    }
                })),
                mutant(
                        "takes callbacks twice",
                        ABLE,
                        "callbackIsGoodOnce",
                        checking((sound, t, c) ->
                                c instanceof Credentials.Callback ? accepted("subject-emily") : sound.check(t, c))),
                mutant(
                        "takes foreign callbacks",
                        ABLE,
                        "foreignCallbackIsRefused",
                        checking((sound, t, c) -> c instanceof Credentials.Callback back
                                        && back.parameters().containsKey("ticket")
                                ? accepted("subject-emily")
                                : sound.check(t, c))),
                mutant(
                        "mixes tenants",
                        ABLE,
                        "foreignCallbackIsRefused",
                        checking((sound, t, c) -> sound.check(AuthenticatorContract.ACME, c))),
                mutant("skips the second proof", ABLE, "secondProofIsNeeded", typed((sound, t, c) -> {
                    Authentication answer = sound.check(t, c);
                    return answer instanceof Authentication.Unfinished ? accepted("subject-grace") : answer;
                })),
                mutant(
                        "takes any code",
                        ABLE,
                        "secondProofIsNeeded",
                        checking((sound, t, c) -> c instanceof Credentials.Answer answer
                                ? sound.check(
                                        t,
                                        new Credentials.Answer(
                                                answer.continuation(), Secret.of(InMemoryAuthenticator.CODE)))
                                : sound.check(t, c))));
    }

    private interface Sound {
        Authentication check(TenantId tenant, Credentials credentials) throws Throwable;
    }

    private interface Checking {
        Authentication check(Sound sound, TenantId tenant, Credentials credentials) throws Throwable;
    }

    private interface Typing {
        Authentication check(Sound sound, TenantId tenant, Credentials.Password typed) throws Throwable;
    }

    private static Consumer<Faults> checking(Checking checking) {
        return faults -> faults.lie(
                "Authenticator.authenticate",
                (real, given) -> checking.check(
                        (tenant, credentials) ->
                                (Authentication) Objects.requireNonNull(real.with(tenant, credentials)),
                        (TenantId) Objects.requireNonNull(given[0]),
                        (Credentials) Objects.requireNonNull(given[1])));
    }

    private static Consumer<Faults> typed(Typing typing) {
        return checking((sound, t, c) ->
                c instanceof Credentials.Password typed ? typing.check(sound, t, typed) : sound.check(t, c));
    }

    private static Authentication refused() {
        return new Authentication.Refused(WRONG);
    }

    private static Authentication accepted(String subject) {
        return new Authentication.Accepted(new Identity(subject, "x", Optional.empty(), Set.of()));
    }
}
