package io.tikit.tck.login;

import io.tikit.spi.login.PasskeyClaim;
import io.tikit.spi.login.PasskeyUse;
import io.tikit.spi.login.PasskeyVerdict.Accepted;
import io.tikit.spi.login.PasskeyVerdict.Reason;
import io.tikit.spi.login.PasskeyVerdict.Refused;
import io.tikit.tck.ContractCatchesFaults;
import io.tikit.tck.Mutant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Each planted fault makes the test fail that is there for it. */
class PasskeyVerifierContractCatchesFaultsTest implements ContractCatchesFaults {
    @Override
    public List<Mutant> mutants() {
        return List.of(
                mutant("asks for nothing known", "optionsTellWhatIsAsked", "creationOptions", answer -> "{}"),
                mutant(
                        "never counts",
                        "passkeyIsMadeAndUsed",
                        "used",
                        answer -> accepted(answer)
                                .<Object>map(use -> new Accepted<>(new PasskeyUse(0, ((PasskeyUse) use).verified())))
                                .orElse(answer)),
                mutant(
                        "takes every user as verified",
                        "passkeyIsMadeAndUsed",
                        "used",
                        answer -> accepted(answer)
                                .<Object>map(use -> new Accepted<>(new PasskeyUse(((PasskeyUse) use).counter(), true)))
                                .orElse(answer)),
                lax("takes old challenges", "otherChallengesAreRefused", Reason.CHALLENGE),
                lax("takes other origins", "otherOriginsAreRefused", Reason.ORIGIN),
                lax("takes other relying parties", "otherRelyingPartiesAreRefused", Reason.RELYING_PARTY),
                lax("needs nobody", "usersWhoAreNotThereAreRefused", Reason.PRESENCE),
                lax("needs nobody verified", "usersWhoAreNotThereAreRefused", Reason.VERIFICATION),
                lax("takes other passkeys", "otherPasskeysAreRefused", Reason.CREDENTIAL),
                lax("looks at no signature", "tamperingIsRefused", Reason.SIGNATURE),
                lax("mixes making and using", "makingIsNoUsing", Reason.MALFORMED),
                lax("takes anything", "rubbishIsRefused", Reason.MALFORMED),
                Mutant.mutant(
                        "breaks",
                        PlainVerifierTest.class,
                        "rubbishIsRefused",
                        faults -> faults.lie("PasskeyVerifier.used", (real, given) -> {
                            if (refusal(real.with(given)).equals(Optional.of(Reason.MALFORMED))) {
                                throw new IllegalArgumentException("rubbish");
                            }
                            return real.with(given);
                        })),
                mutant(
                        "names nobody",
                        "claimTellsOfWhatItIs",
                        "claimed",
                        answer -> accepted(answer)
                                .<Object>map(claim -> new Accepted<>(
                                        new PasskeyClaim(((PasskeyClaim) claim).credential(), Optional.empty())))
                                .orElse(answer)));
    }

    /** Lets through what should be refused for a reason. */
    private static Mutant lax(String name, String caughtBy, Reason reason) {
        return mutant(
                name,
                caughtBy,
                "used",
                answer ->
                        refusal(answer).equals(Optional.of(reason)) ? new Accepted<>(new PasskeyUse(1, true)) : answer);
    }

    /** Makes something else of an answer. */
    @FunctionalInterface
    private interface Twist {
        Object of(Object answer);
    }

    private static Mutant mutant(String name, String caughtBy, String method, Twist twist) {
        return Mutant.mutant(
                name,
                PlainVerifierTest.class,
                caughtBy,
                faults -> faults.lie(
                        "PasskeyVerifier." + method,
                        (real, given) -> twist.of(Objects.requireNonNull(real.with(given)))));
    }

    private static Optional<Object> accepted(Object answer) {
        return answer instanceof Accepted<?> accepted ? Optional.of(accepted.value()) : Optional.empty();
    }

    private static Optional<Reason> refusal(@Nullable Object answer) {
        return answer instanceof Refused<?> refused ? Optional.of(refused.reason()) : Optional.empty();
    }
}
