package io.tikit.tck.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A browser at an origin, with a device for one passkey of the kind ES256. It does what a sound one does, and can be told to
 * lie as an attacker does. For one thread.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class SoftAuthenticator {
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int HOLDS_KEY = 0x40;

    private final KeyPair keys;
    private final byte[] credential = new byte[32];
    private String origin;
    private String owner = "";
    private @Nullable String relyingParty;
    private int flags = PRESENT | VERIFIED;
    private long counter;
    private boolean framed;
    private boolean tampers;

    /**
     * A browser with a new device.
     *
     * @param origin where the browser is, such as https://desk.example
     */
    public SoftAuthenticator(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(credential);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("this Java makes no keys for ES256", e);
        }
    }

    /**
     * Goes elsewhere.
     *
     * @param elsewhere the origin from now on
     * @return this one
     */
    public SoftAuthenticator at(String elsewhere) {
        origin = elsewhere;
        return this;
    }

    /**
     * Shows the desk within a page of another origin, or no longer.
     *
     * @param now whether it does from now on
     * @return this one
     */
    public SoftAuthenticator framed(boolean now) {
        framed = now;
        return this;
    }

    /**
     * Answers for another relying party than the one that asks.
     *
     * @param lie the domain from now on
     * @return this one
     */
    public SoftAuthenticator relyingParty(String lie) {
        relyingParty = lie;
        return this;
    }

    /**
     * Tells whether somebody touches the device, and whether it verifies who.
     *
     * @param present whether somebody is there
     * @param verified whether the device knows who
     * @return this one
     */
    public SoftAuthenticator user(boolean present, boolean verified) {
        flags = (present ? PRESENT : 0) | (verified ? VERIFIED : 0);
        return this;
    }

    /**
     * Sets the counter of the device.
     *
     * @param used how often it says that it was used before; it counts on from there, but for -1, which stays 0
     * @return this one
     */
    public SoftAuthenticator counter(long used) {
        counter = used;
        return this;
    }

    /**
     * Spoils its signatures, or no longer.
     *
     * @param now whether it does from now on
     * @return this one
     */
    public SoftAuthenticator tampers(boolean now) {
        tampers = now;
        return this;
    }

    /**
     * The id of its passkey.
     *
     * @return in Base64 for URLs without padding
     */
    public String credential() {
        return text(credential);
    }

    /**
     * Makes the passkey.
     *
     * @param options the JSON form of PublicKeyCredentialCreationOptions
     * @return the JSON form of its answer
     */
    public String create(String options) {
        owner = found(options, "\"user\"\\s*:\\s*\\{[^}]*\"id\"\\s*:\\s*\"([^\"]+)\"");
        String party = found(options, "\"rp\"\\s*:\\s*\\{[^}]*\"id\"\\s*:\\s*\"([^\"]+)\"");
        byte[] data = joined(
                authenticatorData(party, flags | HOLDS_KEY),
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) credential.length).array(),
                credential,
                publicKey());
        byte[] object = joined(
                new byte[] {(byte) 0xa3, 0x63},
                ascii("fmt"),
                new byte[] {0x64},
                ascii("none"),
                new byte[] {0x67},
                ascii("attStmt"),
                new byte[] {(byte) 0xa0, 0x68},
                ascii("authData"),
                new byte[] {0x59, (byte) (data.length >> 8), (byte) data.length},
                data);
        return response("\"attestationObject\":\"" + text(object) + "\",\"transports\":[\"internal\"],"
                + "\"clientDataJSON\":\"" + text(clientData("webauthn.create", options)) + "\"");
    }

    /**
     * Uses the passkey, allowed or not.
     *
     * @param options the JSON form of PublicKeyCredentialRequestOptions
     * @return the JSON form of its answer
     */
    public String use(String options) {
        counter = counter < 0 ? counter : counter + 1;
        byte[] data = authenticatorData(found(options, "\"rpId\"\\s*:\\s*\"([^\"]+)\""), flags);
        byte[] client = clientData("webauthn.get", options);
        byte[] signature = signature(joined(data, sha256(client)));
        if (tampers) {
            data[data.length - 1]++;
        }
        return response("\"authenticatorData\":\"" + text(data) + "\",\"clientDataJSON\":\"" + text(client)
                + "\",\"signature\":\"" + text(signature) + "\",\"userHandle\":\"" + owner + "\"");
    }

    private String response(String inner) {
        return "{\"id\":\"" + credential() + "\",\"rawId\":\"" + credential() + "\",\"type\":\"public-key\","
                + "\"authenticatorAttachment\":\"platform\",\"clientExtensionResults\":{},\"response\":{" + inner
                + "}}";
    }

    private byte[] clientData(String type, String options) {
        return ascii("{\"type\":\"" + type + "\",\"challenge\":\""
                + found(options, "\"challenge\"\\s*:\\s*\"([^\"]+)\"") + "\",\"origin\":\"" + origin
                + "\",\"crossOrigin\":" + framed + "}");
    }

    private byte[] authenticatorData(String asked, int shown) {
        return joined(
                sha256(ascii(relyingParty == null ? asked : relyingParty)),
                new byte[] {(byte) shown},
                ByteBuffer.allocate(4).putInt((int) Math.max(0, counter)).array());
    }

    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return joined(
                new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20},
                padded(key.getW().getAffineX().toByteArray()),
                new byte[] {0x22, 0x58, 0x20},
                padded(key.getW().getAffineY().toByteArray()));
    }

    private static byte[] padded(byte[] number) {
        byte[] padded = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, padded, 32 - length, length);
        return padded;
    }

    private byte[] signature(byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("this Java does not sign by ES256", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("this Java has no SHA-256", e);
        }
    }

    private static String found(String options, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(options);
        if (!matcher.find()) {
            throw new AssertionError("the options have nothing like " + pattern + ": " + options);
        }
        return Objects.requireNonNull(matcher.group(1));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
