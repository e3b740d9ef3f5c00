package io.tikit.passkeys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.yubico.webauthn.data.AttestationConveyancePreference;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.AuthenticatorTransport;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.data.exception.Base64UrlException;
import io.tikit.spi.login.Passkey;
import io.tikit.spi.login.PasskeyCeremony;
import io.tikit.spi.login.PasskeyOwner;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Between the engine's words and those of the library. Pure. */
final class Wire {
    /** The strongest that devices have in common; none that leans on SHA-1. */
    static final List<PublicKeyCredentialParameters> KINDS = List.of(
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.ES384,
            PublicKeyCredentialParameters.RS256);

    private static final ObjectMapper JSON = new ObjectMapper();

    private Wire() {}

    static ByteArray bytes(String text) {
        try {
            return ByteArray.fromBase64Url(text);
        } catch (Base64UrlException e) {
            throw new IllegalArgumentException("not in Base64 for URLs", e);
        }
    }

    static RelyingPartyIdentity party(PasskeyCeremony ceremony) {
        return RelyingPartyIdentity.builder()
                .id(ceremony.relyingParty())
                .name(ceremony.name())
                .build();
    }

    static PublicKeyCredentialCreationOptions creation(
            PasskeyCeremony ceremony, PasskeyOwner owner, List<Passkey> present) {
        Set<PublicKeyCredentialDescriptor> there =
                present.stream().map(Wire::descriptor).collect(Collectors.toUnmodifiableSet());
        return PublicKeyCredentialCreationOptions.builder()
                .rp(party(ceremony))
                .user(UserIdentity.builder()
                        .name(owner.account())
                        .displayName(owner.name())
                        .id(bytes(owner.handle()))
                        .build())
                .challenge(bytes(ceremony.challenge()))
                .pubKeyCredParams(KINDS)
                .excludeCredentials(there)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.PREFERRED)
                        .userVerification(verification(ceremony))
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .timeout(ceremony.patience().toMillis())
                .build();
    }

    static PublicKeyCredentialRequestOptions request(PasskeyCeremony ceremony, List<Passkey> allowed) {
        PublicKeyCredentialRequestOptions.PublicKeyCredentialRequestOptionsBuilder builder =
                PublicKeyCredentialRequestOptions.builder()
                        .challenge(bytes(ceremony.challenge()))
                        .rpId(ceremony.relyingParty())
                        .userVerification(verification(ceremony))
                        .timeout(ceremony.patience().toMillis());
        if (!allowed.isEmpty()) {
            builder.allowCredentials(allowed.stream().map(Wire::descriptor).toList());
        }
        return builder.build();
    }

    private static UserVerificationRequirement verification(PasskeyCeremony ceremony) {
        return ceremony.verified() ? UserVerificationRequirement.REQUIRED : UserVerificationRequirement.PREFERRED;
    }

    private static PublicKeyCredentialDescriptor descriptor(Passkey passkey) {
        Set<AuthenticatorTransport> transports =
                passkey.transports().stream().map(AuthenticatorTransport::of).collect(Collectors.toUnmodifiableSet());
        return PublicKeyCredentialDescriptor.builder()
                .id(bytes(passkey.credential()))
                .transports(transports)
                .build();
    }

    /** What stands within the outer object that the library writes. */
    static String inner(String json) {
        try {
            return JSON.readTree(json).get("publicKey").toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the options cannot be read", e);
        }
    }

    /** An attestation without a statement: none was asked for, so what a device says of itself is not even looked at. */
    static ByteArray withoutStatement(ByteArray authenticatorData) {
        byte[] data = authenticatorData.getBytes();
        return new ByteArray(new byte[] {
                    (byte) 0xa3,
                    0x63,
                    'f',
                    'm',
                    't',
                    0x64,
                    'n',
                    'o',
                    'n',
                    'e',
                    0x67,
                    'a',
                    't',
                    't',
                    'S',
                    't',
                    'm',
                    't',
                    (byte) 0xa0,
                    0x68,
                    'a',
                    'u',
                    't',
                    'h',
                    'D',
                    'a',
                    't',
                    'a',
                    0x59,
                    (byte) (data.length >> 8),
                    (byte) data.length
                })
                .concat(authenticatorData);
    }
}
