package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;

/**
 * Speaks the language of passkeys (WebAuthn level 2 and later): makes what a browser is asked, and checks what it answers.
 * The engine keeps everything: who asks, what was asked, whether it was answered in time and once, the keys and how often
 * they were used. So all methods are functions of what they are given, need neither network nor database, and are safe for
 * use by several threads.
 *
 * <p>A response comes from a stranger. Whatever it is, the answer is a {@link PasskeyVerdict}, never an exception, and
 * nothing of it gets into logs.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface PasskeyVerifier {
    /**
     * What a browser is asked so that it makes a passkey.
     *
     * @param ceremony what is asked for; its challenge is the challenge of the options
     * @param owner whose it will be
     * @param present the owner's passkeys, on whose devices no other one is made
     * @return the JSON form of PublicKeyCredentialCreationOptions
     */
    String creationOptions(PasskeyCeremony ceremony, PasskeyOwner owner, List<Passkey> present);

    /**
     * Checks what a browser made. Attestation is neither asked for nor trusted.
     *
     * @param ceremony as it was asked for
     * @param owner whose it will be
     * @param response the JSON form of the browser's PublicKeyCredential; any text
     * @return the passkey, or why it is none
     */
    PasskeyVerdict<Passkey> created(PasskeyCeremony ceremony, PasskeyOwner owner, String response);

    /**
     * What a browser is asked so that it uses a passkey.
     *
     * @param ceremony what is asked for; its challenge is the challenge of the options
     * @param allowed the passkeys of whoever is asked; empty if nobody knows yet who it is, then any that the device has
     * @return the JSON form of PublicKeyCredentialRequestOptions
     */
    String requestOptions(PasskeyCeremony ceremony, List<Passkey> allowed);

    /**
     * Which passkey a response says that it is of, so that it can be looked up. Nothing of it is checked.
     *
     * @param response the JSON form of the browser's PublicKeyCredential; any text
     * @return the claim, or MALFORMED
     */
    PasskeyVerdict<PasskeyClaim> claimed(String response);

    /**
     * Checks that a passkey was used. The counter is given as it is; whether it may be so decides the engine.
     *
     * @param ceremony as it was asked for
     * @param passkey the one that the response is to be of
     * @param owner whose it is
     * @param response the JSON form of the browser's PublicKeyCredential; any text
     * @return the use, or why it is none
     */
    PasskeyVerdict<PasskeyUse> used(PasskeyCeremony ceremony, Passkey passkey, PasskeyOwner owner, String response);
}
