package io.tikit.tck.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.login.Passkey;
import io.tikit.spi.login.PasskeyCeremony;
import io.tikit.spi.login.PasskeyClaim;
import io.tikit.spi.login.PasskeyOwner;
import io.tikit.spi.login.PasskeyUse;
import io.tikit.spi.login.PasskeyVerdict;
import io.tikit.spi.login.PasskeyVerdict.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * All that a verifier of passkeys must keep. A test class implements this and gives the fixture, see
 * {@link PasskeyVerifierFixture}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface PasskeyVerifierContract extends PasskeyVerifierFixture {
    /** Where the desk of the contract is. */
    String ORIGIN = "https://desk.example";

    /** Whose passkeys are made. */
    PasskeyOwner EMILY = new PasskeyOwner(text("emily-0123456789"), "emily@acme.example", "Emily");

    /** Somebody else. */
    PasskeyOwner OSCAR = new PasskeyOwner(text("oscar-0123456789"), "oscar@acme.example", "Oscar");

    /** The options tell what is asked for, and which passkeys are there or will do. */
    @Test
    default void optionsTellWhatIsAsked() {
        Passkey present = made(new SoftAuthenticator(ORIGIN));
        assertThat(verifier().creationOptions(asked(1, true), EMILY, List.of(present)))
                .contains(challenge(1), "desk.example", EMILY.handle(), "emily@acme.example", "required", "-7")
                .contains(present.credential());
        assertThat(verifier().requestOptions(asked(2, true), List.of(present)))
                .contains(challenge(2), "\"desk.example\"", "required", present.credential());
        assertThat(verifier().requestOptions(asked(2, false), List.of()))
                .contains(challenge(2))
                .doesNotContain("required", present.credential());
    }

    /** What a device makes can be used, and its counter and user verification are told. */
    @Test
    default void passkeyIsMadeAndUsed() {
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN).counter(41);
        Passkey passkey = made(device);
        assertThat(passkey.credential()).isEqualTo(device.credential());
        assertThat(passkey.counter()).isEqualTo(41);
        assertThat(passkey.transports()).containsExactly("internal");
        assertAccepted(used(device, 2, passkey), new PasskeyUse(42, true));
        assertAccepted(used(device.counter(6), 3, passkey), new PasskeyUse(7, true));
        assertAccepted(used(device.counter(-1).user(true, false), 4, passkey), new PasskeyUse(0, false));
    }

    /** Only the answer to what was asked is taken. */
    @Test
    default void otherChallengesAreRefused() {
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN);
        String response = device.create(verifier().creationOptions(asked(1, false), EMILY, List.of()));
        assertRefused(verifier().created(asked(2, false), EMILY, response), Reason.CHALLENGE);
        Passkey passkey = made(device);
        String use = device.use(verifier().requestOptions(asked(3, false), List.of(passkey)));
        assertRefused(verifier().used(asked(4, false), passkey, EMILY, use), Reason.CHALLENGE);
    }

    /** Neither from another origin, nor from a page within one. */
    @Test
    default void otherOriginsAreRefused() {
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN);
        Passkey passkey = made(device);
        for (String origin : List.of(
                "https://desk.example.evil.example",
                "https://evil.example",
                "http://desk.example",
                "https://desk.example:8443",
                "https://sub.desk.example")) {
            device.at(origin);
            assertRefused(created(device, 5, false), Reason.ORIGIN);
            assertRefused(used(device, 6, passkey), Reason.ORIGIN);
        }
        device.at(ORIGIN).framed(true);
        assertRefused(used(device, 7, passkey), Reason.ORIGIN);
        assertRefused(created(device, 8, false), Reason.ORIGIN);
    }

    /** A passkey of one relying party is none of another one. */
    @Test
    default void otherRelyingPartiesAreRefused() {
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN);
        Passkey passkey = made(device);
        device.relyingParty("evil.example");
        assertRefused(created(device, 5, false), Reason.RELYING_PARTY);
        assertRefused(used(device, 6, passkey), Reason.RELYING_PARTY);
    }

    /** Somebody has to be there, and be verified where that is asked for. */
    @Test
    default void usersWhoAreNotThereAreRefused() {
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN);
        Passkey passkey = made(device);
        device.user(false, false);
        assertRefused(created(device, 5, false), Reason.PRESENCE);
        assertRefused(used(device, 6, passkey), Reason.PRESENCE);
        device.user(true, false);
        assertRefused(created(device, 7, true), Reason.VERIFICATION);
        String use = device.use(verifier().requestOptions(asked(8, true), List.of(passkey)));
        assertRefused(verifier().used(asked(8, true), passkey, EMILY, use), Reason.VERIFICATION);
    }

    /** The use of one passkey is that of no other one, nor of another owner. */
    @Test
    default void otherPasskeysAreRefused() {
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN);
        Passkey passkey = made(device);
        Passkey other = made(new SoftAuthenticator(ORIGIN));
        String use = device.use(verifier().requestOptions(asked(5, false), List.of(passkey)));
        assertRefused(verifier().used(asked(5, false), other, EMILY, use), Reason.CREDENTIAL);
        assertRefused(verifier().used(asked(5, false), passkey, OSCAR, use), Reason.CREDENTIAL);
        Passkey mixed = new Passkey(passkey.credential(), other.key(), 0, Set.of());
        assertRefused(verifier().used(asked(5, false), mixed, EMILY, use), Reason.SIGNATURE);
    }

    /** What the device has not signed is not taken. */
    @Test
    default void tamperingIsRefused() {
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN);
        Passkey passkey = made(device);
        assertRefused(used(device.tampers(true), 5, passkey), Reason.SIGNATURE);
    }

    /** What was made is no use, and a use makes nothing. */
    @Test
    default void makingIsNoUsing() {
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN);
        Passkey passkey = made(device);
        String made = device.create(verifier().creationOptions(asked(5, false), EMILY, List.of()));
        assertThat(reason(verifier().used(asked(5, false), passkey, EMILY, made)))
                .isIn(Reason.MALFORMED, Reason.KIND);
        String use = device.use(verifier().requestOptions(asked(6, false), List.of()));
        assertThat(reason(verifier().created(asked(6, false), EMILY, use))).isIn(Reason.MALFORMED, Reason.KIND);
    }

    /** Whatever is sent, it is refused and nothing breaks. */
    @Test
    default void rubbishIsRefused() {
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN);
        Passkey passkey = made(device);
        String use = device.use(verifier().requestOptions(asked(5, false), List.of()));
        for (String rubbish : List.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"id\":\"x\"}",
                "\u0000",
                "[".repeat(100_000),
                use.substring(0, use.length() / 2),
                use.replaceAll("\"authenticatorData\":\"[^\"]*\"", "\"authenticatorData\":\"AAAA\""),
                use.replaceAll("\"clientDataJSON\":\"[^\"]*\"", "\"clientDataJSON\":\"bm90IGpzb24\""))) {
            assertRefused(verifier().used(asked(5, false), passkey, EMILY, rubbish), Reason.MALFORMED);
            assertRefused(verifier().created(asked(5, false), EMILY, rubbish), Reason.MALFORMED);
        }
        assertThat(reason(verifier().claimed("{\"id\":1}"))).isEqualTo(Reason.MALFORMED);
    }

    /** A response tells of which passkey and owner it says that it is, unchecked. */
    @Test
    default void claimTellsOfWhatItIs() {
        SoftAuthenticator device = new SoftAuthenticator("https://evil.example");
        device.create(verifier().creationOptions(asked(1, false), EMILY, List.of()));
        String use = device.tampers(true).use(verifier().requestOptions(asked(5, false), List.of()));
        assertAccepted(verifier().claimed(use), new PasskeyClaim(device.credential(), Optional.of(EMILY.handle())));
        assertAccepted(
                verifier().claimed(use.replaceAll(",\"userHandle\":\"[^\"]*\"", "")),
                new PasskeyClaim(device.credential(), Optional.empty()));
    }

    private Passkey made(SoftAuthenticator device) {
        return ((PasskeyVerdict.Accepted<Passkey>) created(device, 1, false)).value();
    }

    private PasskeyVerdict<Passkey> created(SoftAuthenticator device, int number, boolean verified) {
        PasskeyCeremony ceremony = asked(number, verified);
        return verifier()
                .created(ceremony, EMILY, device.create(verifier().creationOptions(ceremony, EMILY, List.of())));
    }

    private PasskeyVerdict<PasskeyUse> used(SoftAuthenticator device, int number, Passkey passkey) {
        PasskeyCeremony ceremony = asked(number, false);
        String use = device.use(verifier().requestOptions(ceremony, List.of(passkey)));
        return verifier().used(ceremony, passkey, EMILY, use);
    }

    private static PasskeyCeremony asked(int number, boolean verified) {
        return new PasskeyCeremony(
                "desk.example", "acme", Set.of(ORIGIN), challenge(number), verified, Duration.ofMinutes(5));
    }

    private static String challenge(int number) {
        return text(String.format(Locale.ROOT, "challenge %022d", number));
    }

    private static String text(String bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.getBytes(StandardCharsets.US_ASCII));
    }

    private static <T> void assertAccepted(PasskeyVerdict<T> verdict, T value) {
        assertThat(verdict).isEqualTo(new PasskeyVerdict.Accepted<>(value));
    }

    private static void assertRefused(PasskeyVerdict<?> verdict, Reason reason) {
        assertThat(reason(verdict)).isEqualTo(reason);
    }

    private static Reason reason(PasskeyVerdict<?> verdict) {
        assertThat(verdict).isInstanceOf(PasskeyVerdict.Refused.class);
        return ((PasskeyVerdict.Refused<?>) verdict).reason();
    }
}
