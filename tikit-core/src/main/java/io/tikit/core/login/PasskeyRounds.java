package io.tikit.core.login;

import io.tikit.api.login.Continuation;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.Origin;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Execution;
import io.tikit.spi.login.LoginToken;
import io.tikit.spi.login.PasskeyCeremony;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * What browsers were asked. Each round is a token of its own, with its challenge, for one relying party and one answer: it
 * is used up by whatever comes first, right or wrong.
 */
final class PasskeyRounds {
    /** Makes a passkey. */
    static final String MAKE = "passkey_make";
    /** Uses one after a password. */
    static final String USE = "passkey_use";
    /** Uses one instead of a password. */
    static final String ALONE = "passkey_alone";

    static final String FREE = "free";
    static final String LABEL = "label";
    private static final String CHALLENGE = "challenge";
    private static final String PARTY = "party";
    private static final String PARENT = "parent";
    private static final Duration LIFE = Duration.ofMinutes(5);

    private PasskeyRounds() {}

    /** What a browser is asked, and by which name it answers. */
    record Begun(PasskeyCeremony ceremony, Continuation continuation) {}

    /**
     * An answer is there.
     *
     * @param what for
     * @param user whose passkey, if that was known
     * @param details what was kept of it
     */
    record Round(String what, Optional<UserId> user, Details details) {
        String label() {
            return details.get(LABEL).orElse("");
        }

        String method() {
            return details.get(Entrance.METHOD).orElse("");
        }

        Optional<UUID> parent() {
            return details.get(PARENT).map(UUID::fromString);
        }

        /** As it was asked for; empty if the desk is another relying party by now. */
        Optional<PasskeyCeremony> ceremony(Execution execution, LoginPolicy policy) {
            return details.get(PARTY)
                    .filter(party -> party.equals(policy.passkeys().relyingParty()))
                    .map(party -> PasskeyRounds.ceremony(
                            execution,
                            policy,
                            details.get(CHALLENGE).orElseThrow(),
                            policy.passkeys().verified() || what.equals(ALONE)));
        }
    }

    private static PasskeyCeremony ceremony(
            Execution execution, LoginPolicy policy, String challenge, boolean verified) {
        return new PasskeyCeremony(
                policy.passkeys().relyingParty(),
                execution.unit().tenant().value(),
                policy.passkeys().origins(),
                challenge,
                verified,
                LIFE);
    }

    static Begun begin(
            Execution execution,
            LoginPolicy policy,
            String what,
            Optional<UserId> user,
            Optional<UUID> parent,
            Details details) {
        if (policy.passkeys().relyingParty().isEmpty()) {
            throw TotpSteps.refused();
        }
        String secret = Secrets.random();
        String challenge = Secrets.random();
        Details all = details.with(Entrance.NEXT, what)
                .with(CHALLENGE, challenge)
                .with(PARTY, policy.passkeys().relyingParty());
        if (parent.isPresent()) {
            all = all.with(PARENT, parent.get().toString());
        }
        var now = execution.time().instant();
        execution
                .unit()
                .logins()
                .tokens()
                .insert(new LoginToken(
                        execution.newId(),
                        LoginToken.Kind.STEP,
                        Secrets.hash(secret),
                        user,
                        new LoginToken.Times(now, now, now.plus(LIFE)),
                        all.text()));
        return new Begun(
                ceremony(execution, policy, challenge, policy.passkeys().verified() || what.equals(ALONE)),
                new Continuation(secret));
    }

    static Details details(Origin origin, String method, String label) {
        return Details.of(origin).with(Entrance.METHOD, method).with(LABEL, label);
    }

    /** Takes a round that is not over; of several callers at once one gets it. */
    static Optional<Round> taken(Execution execution, Continuation continuation) {
        return execution
                .unit()
                .logins()
                .tokens()
                .find(LoginToken.Kind.STEP, Secrets.hash(continuation.value()))
                .filter(token -> Details.read(token.details()).get(CHALLENGE).isPresent())
                .filter(token -> {
                    token.user().ifPresent(user -> Factors.lock(execution, user));
                    return execution.unit().logins().tokens().delete(token.id());
                })
                .filter(token ->
                        execution.time().instant().isBefore(token.times().endsAt()))
                .map(token -> {
                    Details details = Details.read(token.details());
                    return new Round(details.get(Entrance.NEXT).orElse(""), token.user(), details);
                });
    }
}
