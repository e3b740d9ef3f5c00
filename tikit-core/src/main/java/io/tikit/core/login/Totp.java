package io.tikit.core.login;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits by time, RFC 6238 with HMAC-SHA-1. Pure. */
final class Totp {
    static final int BYTES = 20;
    private static final int SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int POWER = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    static String code(byte[] secret, long step) {
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", truncated(secret, step) % POWER);
    }

    /** The number from which a code of any length is cut. */
    static int truncated(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            return ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-1, which every Java must have", e);
        }
    }

    /** Which step a code is of: the present one or one beside it, and later than the one that was used last. */
    static OptionalLong matching(byte[] secret, String code, Instant now, long used) {
        byte[] given = code.replace(" ", "").getBytes(StandardCharsets.UTF_8);
        long present = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = present - 1; step <= present + 1; step++) {
            boolean same = MessageDigest.isEqual(given, code(secret, step).getBytes(StandardCharsets.UTF_8));
            if (same && step > used) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8 | (b & 0xff)) & 0xffff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(buffer >>> bits & 31));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt(buffer << (5 - bits) & 31));
        }
        return text.toString();
    }

    static String uri(String issuer, String account, byte[] secret) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + base32(secret) + "&issuer="
                + encoded(issuer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
