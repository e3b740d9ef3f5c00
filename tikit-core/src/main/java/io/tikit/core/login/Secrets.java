package io.tikit.core.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes secrets that nobody can guess, and their hashes. A hash without salt is enough for 256 random bits. */
final class Secrets {
    static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** 256 random bits as text. */
    static String random() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(BYTES));
    }

    /** The SHA-256 of texts, each with its end, as hexadecimal digits. */
    static String hash(String... texts) {
        MessageDigest digest = digest("SHA-256");
        for (String text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + name + ", which every Java must have", e);
        }
    }
}
