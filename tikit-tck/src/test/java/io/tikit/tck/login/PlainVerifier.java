package io.tikit.tck.login;

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
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sound verifier of the answers of {@link SoftAuthenticator} and of nothing else: it knows where they have what. It is
 * there to be spoilt.
 */
final class PlainVerifier implements PasskeyVerifier {
    private static final int LENGTH_BEFORE_DATA = 31;
    private static final int HEAD = 37;

    @Override
    public String creationOptions(PasskeyCeremony ceremony, PasskeyOwner owner, List<Passkey> present) {
        return "{\"rp\":{\"id\":\"" + ceremony.relyingParty() + "\"},\"user\":{\"id\":\"" + owner.handle()
                + "\",\"name\":\"" + owner.account() + "\"},\"challenge\":\"" + ceremony.challenge()
                + "\",\"pubKeyCredParams\":[{\"alg\":-7,\"type\":\"public-key\"}],\"excludeCredentials\":["
                + ids(present) + "],\"userVerification\":\"" + (ceremony.verified() ? "required" : "preferred") + "\"}";
    }

    @Override
    public String requestOptions(PasskeyCeremony ceremony, List<Passkey> allowed) {
        return "{\"rpId\":\"" + ceremony.relyingParty() + "\",\"challenge\":\"" + ceremony.challenge()
                + "\",\"allowCredentials\":[" + ids(allowed) + "],\"userVerification\":\""
                + (ceremony.verified() ? "required" : "preferred") + "\"}";
    }

    private static String ids(List<Passkey> passkeys) {
        return passkeys.stream()
                .map(one -> "{\"id\":\"" + one.credential() + "\"}")
                .collect(Collectors.joining(","));
    }

    @Override
    public PasskeyVerdict<Passkey> created(PasskeyCeremony ceremony, PasskeyOwner owner, String response) {
        try {
            byte[] object = bytes(found(response, "attestationObject"));
            byte[] data = Arrays.copyOfRange(object, LENGTH_BEFORE_DATA, object.length);
            Optional<Reason> wrong = wrong(ceremony, "webauthn.create", response, data);
            int end = HEAD + 18 + 32;
            return wrong.<PasskeyVerdict<Passkey>>map(Refused::new)
                    .orElseGet(() -> new Accepted<>(new Passkey(
                            text(Arrays.copyOfRange(data, HEAD + 18, end)),
                            text(Arrays.copyOfRange(data, end, data.length)),
                            counter(data),
                            Set.of("internal"))));
        } catch (RuntimeException e) {
            return new Refused<>(Reason.MALFORMED);
        }
    }

    @Override
    public PasskeyVerdict<PasskeyClaim> claimed(String response) {
        try {
            Optional<String> handle =
                    response.contains("\"userHandle\"") ? Optional.of(found(response, "userHandle")) : Optional.empty();
            return new Accepted<>(new PasskeyClaim(found(response, "id"), handle));
        } catch (RuntimeException e) {
            return new Refused<>(Reason.MALFORMED);
        }
    }

    @Override
    public PasskeyVerdict<PasskeyUse> used(
            PasskeyCeremony ceremony, Passkey passkey, PasskeyOwner owner, String response) {
        try {
            byte[] data = bytes(found(response, "authenticatorData"));
            Optional<Reason> wrong = wrong(ceremony, "webauthn.get", response, data);
            if (wrong.isPresent()) {
                return new Refused<>(wrong.get());
            }
            if (!found(response, "id").equals(passkey.credential())
                    || !found(response, "userHandle").equals(owner.handle())) {
                return new Refused<>(Reason.CREDENTIAL);
            }
            return isSigned(passkey, response, data)
                    ? new Accepted<>(new PasskeyUse(counter(data), (data[32] & 4) != 0))
                    : new Refused<>(Reason.SIGNATURE);
        } catch (RuntimeException e) {
            return new Refused<>(Reason.MALFORMED);
        }
    }

    private static Optional<Reason> wrong(PasskeyCeremony ceremony, String type, String response, byte[] data) {
        String client = new String(bytes(found(response, "clientDataJSON")), StandardCharsets.US_ASCII);
        int flags = data[32];
        if (!found(client, "type").equals(type)) {
            return Optional.of(Reason.KIND);
        }
        if (!found(client, "challenge").equals(ceremony.challenge())) {
            return Optional.of(Reason.CHALLENGE);
        }
        if (!ceremony.origins().contains(found(client, "origin")) || client.contains("\"crossOrigin\":true")) {
            return Optional.of(Reason.ORIGIN);
        }
        if (!Arrays.equals(sha256(ceremony.relyingParty().getBytes(StandardCharsets.US_ASCII)), 0, 32, data, 0, 32)) {
            return Optional.of(Reason.RELYING_PARTY);
        }
        if ((flags & 1) == 0) {
            return Optional.of(Reason.PRESENCE);
        }
        return ceremony.verified() && (flags & 4) == 0 ? Optional.of(Reason.VERIFICATION) : Optional.empty();
    }

    private static boolean isSigned(Passkey passkey, String response, byte[] data) {
        try {
            byte[] cose = bytes(passkey.key());
            ByteArrayOutputStream encoded = new ByteArrayOutputStream();
            encoded.writeBytes(Base64.getDecoder().decode("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE"));
            encoded.write(cose, 10, 32);
            encoded.write(cose, 45, 32);
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(key);
            signature.update(data);
            signature.update(sha256(bytes(found(response, "clientDataJSON"))));
            return signature.verify(bytes(found(response, "signature")));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no key", e);
        }
    }

    private static long counter(byte[] data) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(data, 33, 4).getInt());
    }

    private static String found(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + name);
        }
        return Objects.requireNonNull(matcher.group(1));
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
