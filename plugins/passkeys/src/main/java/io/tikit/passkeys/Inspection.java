package io.tikit.passkeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.yubico.webauthn.data.AuthenticatorData;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.CollectedClientData;
import io.tikit.spi.login.PasskeyCeremony;
import io.tikit.spi.login.PasskeyVerdict.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Looks at a response before the library does, whose refusals do not tell reasons apart. Pure. */
final class Inspection {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Inspection() {}

    /** What is wrong at first sight. */
    static Optional<Reason> of(
            PasskeyCeremony ceremony,
            String type,
            ByteArray clientJson,
            CollectedClientData client,
            AuthenticatorData data) {
        if (!client.getType().equals(type)) {
            return Optional.of(Reason.KIND);
        }
        if (!client.getChallenge().getBase64Url().equals(ceremony.challenge())) {
            return Optional.of(Reason.CHALLENGE);
        }
        if (!ceremony.origins().contains(client.getOrigin()) || isFramed(clientJson)) {
            return Optional.of(Reason.ORIGIN);
        }
        if (!data.getRpIdHash().equals(new ByteArray(sha256(ceremony.relyingParty())))) {
            return Optional.of(Reason.RELYING_PARTY);
        }
        if (!data.getFlags().UP) {
            return Optional.of(Reason.PRESENCE);
        }
        return ceremony.verified() && !data.getFlags().UV ? Optional.of(Reason.VERIFICATION) : Optional.empty();
    }

    private static boolean isFramed(ByteArray clientJson) {
        try {
            JsonNode client = JSON.readTree(clientJson.getBytes());
            JsonNode crossOrigin = client.get("crossOrigin");
            return client.has("topOrigin")
                    || (crossOrigin != null
                            && !crossOrigin.equals(JSON.getNodeFactory().booleanNode(false)));
        } catch (IOException e) {
            throw new IllegalArgumentException("the client data cannot be read", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }
}
