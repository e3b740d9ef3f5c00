package io.tikit.core;

import io.tikit.api.login.TotpSetUp;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An app that shows codes, written apart from the engine. */
final class TotpApp {
    private TotpApp() {}

    /** What the app shows at an instant. */
    static String code(TotpSetUp setUp, Instant at) {
        BigInteger bits = BigInteger.ZERO;
        for (char c : setUp.secret().toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c)));
        }
        byte[] secret = new byte[20];
        byte[] raw = bits.toByteArray();
        int length = Math.min(20, raw.length);
        System.arraycopy(raw, raw.length - length, secret, 20 - length, length);
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
            int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
