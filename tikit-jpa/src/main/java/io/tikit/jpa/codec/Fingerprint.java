package io.tikit.jpa.codec;

import io.tikit.spi.condition.Fold;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Digests by which texts are found and kept unique. A digest has one length whatever the text, so it always fits an index
 * and no database pads it: Derby takes {@code "a"} and {@code "a "} for equal even as bytes.
 */
public final class Fingerprint {
    private Fingerprint() {}

    /** The digest of texts that are compared exactly, each with its length, so that no two lists look the same. */
    public static byte[] exact(String... texts) {
        MessageDigest digest = sha256();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return digest.digest();
    }

    /** The digest of a text that is compared folded. */
    public static byte[] folded(String text) {
        return sha256().digest(Fold.bytes(text));
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }
}
