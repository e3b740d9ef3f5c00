package io.tikit.passkeys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AuthenticatorAssertionResponse;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.AuthenticatorTransport;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.ClientAssertionExtensionOutputs;
import com.yubico.webauthn.data.ClientRegistrationExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import io.tikit.spi.login.Passkey;
import io.tikit.spi.login.PasskeyCeremony;
import io.tikit.spi.login.PasskeyClaim;
import io.tikit.spi.login.PasskeyOwner;
import io.tikit.spi.login.PasskeyUse;
import io.tikit.spi.login.PasskeyVerdict;
import io.tikit.spi.login.PasskeyVerdict.Accepted;
import io.tikit.spi.login.PasskeyVerdict.Reason;
import io.tikit.spi.login.PasskeyVerdict.Refused;
import io.tikit.spi.login.PasskeyVerifier;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks passkeys by the library of Yubico, which gets a passkey to look up and nothing else. */
final class WebAuthnVerifier implements PasskeyVerifier {
    private static final int LONGEST = 65_535;
    private static final int LONGEST_KEY = 1_500;
    private static final int MOST_TRANSPORTS = 10;

    @Override
    public String creationOptions(PasskeyCeremony ceremony, PasskeyOwner owner, List<Passkey> present) {
        try {
            return Wire.inner(Wire.creation(ceremony, owner, present).toCredentialsCreateJson());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the options cannot be written", e);
        }
    }

    @Override
    public String requestOptions(PasskeyCeremony ceremony, List<Passkey> allowed) {
        try {
            return Wire.inner(AssertionRequest.builder()
                    .publicKeyCredentialRequestOptions(Wire.request(ceremony, allowed))
                    .build()
                    .toCredentialsGetJson());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the options cannot be written", e);
        }
    }

    @Override
    public PasskeyVerdict<Passkey> created(PasskeyCeremony ceremony, PasskeyOwner owner, String response) {
        PublicKeyCredential<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs> given;
        Optional<Reason> wrong;
        try {
            given = PublicKeyCredential.parseRegistrationResponseJson(bounded(response));
            AuthenticatorAttestationResponse answer = given.getResponse();
            wrong = Inspection.of(
                    ceremony,
                    "webauthn.create",
                    answer.getClientDataJSON(),
                    answer.getClientData(),
                    answer.getAttestation().getAuthenticatorData());
        } catch (IOException | RuntimeException e) {
            return new Refused<>(Reason.MALFORMED);
        }
        if (wrong.isPresent()) {
            return new Refused<>(wrong.get());
        }
        try {
            RegistrationResult result = party(ceremony, new OnePasskey(owner.account(), Optional.empty()))
                    .finishRegistration(FinishRegistrationOptions.builder()
                            .request(Wire.creation(ceremony, owner, List.of()))
                            .response(plain(given))
                            .build());
            String key = result.getPublicKeyCose().getBase64Url();
            return key.length() > LONGEST_KEY
                    ? new Refused<>(Reason.KEY)
                    : new Accepted<>(new Passkey(
                            result.getKeyId().getId().getBase64Url(),
                            key,
                            result.getSignatureCount(),
                            given.getResponse().getTransports().stream()
                                    .map(AuthenticatorTransport::getId)
                                    .filter(id -> id.matches("[a-z-]{1,20}"))
                                    .limit(MOST_TRANSPORTS)
                                    .collect(Collectors.toUnmodifiableSet())));
        } catch (RegistrationFailedException | IOException | RuntimeException e) {
            return new Refused<>(Reason.KEY);
        }
    }

    private static PublicKeyCredential<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs> plain(
            PublicKeyCredential<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs> given)
            throws IOException {
        AuthenticatorAttestationResponse answer = given.getResponse();
        ByteArray data = answer.getAttestation().getAuthenticatorData().getBytes();
        try {
            return given.toBuilder()
                    .response(AuthenticatorAttestationResponse.builder()
                            .attestationObject(Wire.withoutStatement(data))
                            .clientDataJSON(answer.getClientDataJSON())
                            .transports(answer.getTransports())
                            .build())
                    .build();
        } catch (com.yubico.webauthn.data.exception.Base64UrlException e) {
            throw new IOException("the client data cannot be read", e);
        }
    }

    @Override
    public PasskeyVerdict<PasskeyClaim> claimed(String response) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs> given =
                    PublicKeyCredential.parseAssertionResponseJson(bounded(response));
            return new Accepted<>(new PasskeyClaim(
                    given.getId().getBase64Url(),
                    given.getResponse().getUserHandle().map(ByteArray::getBase64Url)));
        } catch (IOException | RuntimeException e) {
            return new Refused<>(Reason.MALFORMED);
        }
    }

    @Override
    public PasskeyVerdict<PasskeyUse> used(
            PasskeyCeremony ceremony, Passkey passkey, PasskeyOwner owner, String response) {
        PublicKeyCredential<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs> given;
        Optional<Reason> wrong;
        try {
            given = PublicKeyCredential.parseAssertionResponseJson(bounded(response));
            AuthenticatorAssertionResponse answer = given.getResponse();
            wrong = Inspection.of(
                            ceremony,
                            "webauthn.get",
                            answer.getClientDataJSON(),
                            answer.getClientData(),
                            answer.getParsedAuthenticatorData())
                    .or(() -> isOf(given, passkey, owner) ? Optional.empty() : Optional.of(Reason.CREDENTIAL));
        } catch (IOException | RuntimeException e) {
            return new Refused<>(Reason.MALFORMED);
        }
        if (wrong.isPresent()) {
            return new Refused<>(wrong.get());
        }
        try {
            ByteArray handle = Wire.bytes(owner.handle());
            RegisteredCredential known = RegisteredCredential.builder()
                    .credentialId(Wire.bytes(passkey.credential()))
                    .userHandle(handle)
                    .publicKeyCose(Wire.bytes(passkey.key()))
                    .signatureCount(passkey.counter())
                    .build();
            AssertionResult result = party(ceremony, new OnePasskey(owner.account(), Optional.of(known)))
                    .finishAssertion(FinishAssertionOptions.builder()
                            .request(AssertionRequest.builder()
                                    .publicKeyCredentialRequestOptions(Wire.request(ceremony, List.of(passkey)))
                                    .userHandle(handle)
                                    .build())
                            .response(given)
                            .build());
            return result.isSuccess()
                    ? new Accepted<>(new PasskeyUse(result.getSignatureCount(), result.isUserVerified()))
                    : new Refused<>(Reason.SIGNATURE);
        } catch (AssertionFailedException | RuntimeException e) {
            return new Refused<>(Reason.SIGNATURE);
        }
    }

    private static boolean isOf(
            PublicKeyCredential<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs> given,
            Passkey passkey,
            PasskeyOwner owner) {
        return given.getId().getBase64Url().equals(passkey.credential())
                && given.getResponse()
                        .getUserHandle()
                        .map(handle -> handle.getBase64Url().equals(owner.handle()))
                        .orElse(true);
    }

    /** The engine looks at the counter itself, together with its row. */
    private static RelyingParty party(PasskeyCeremony ceremony, OnePasskey known) {
        return RelyingParty.builder()
                .identity(Wire.party(ceremony))
                .credentialRepository(known)
                .origins(ceremony.origins())
                .preferredPubkeyParams(Wire.KINDS)
                .validateSignatureCounter(false)
                .build();
    }

    private static String bounded(String response) throws IOException {
        if (response.length() > LONGEST) {
            throw new IOException("longer than any response");
        }
        return response;
    }
}
