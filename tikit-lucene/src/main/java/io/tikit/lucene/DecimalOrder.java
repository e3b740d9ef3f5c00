package io.tikit.lucene;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes decimal numbers so that the unsigned order of the bytes is the order of the numbers and equal numbers have
 * equal bytes: a sign, the exponent of the first digit, the digits, an end. Below zero all but the sign is inverted.
 */
final class DecimalOrder {
    private static final byte NEGATIVE = 0;
    private static final byte ZERO = 1;
    private static final byte POSITIVE = 2;

    private DecimalOrder() {}

    static byte[] bytes(BigDecimal number) {
        if (number.signum() == 0) {
            return new byte[] {ZERO};
        }
        BigDecimal stripped = number.stripTrailingZeros();
        BigInteger unscaled = stripped.unscaledValue().abs();
        byte[] digits = unscaled.toString().getBytes(StandardCharsets.US_ASCII);
        long exponent = (long) digits.length - stripped.scale();
        // The end, 0, is below every digit: 12 stands before 123.
        byte[] bytes = ByteBuffer.allocate(1 + Long.BYTES + digits.length + 1)
                .put(number.signum() < 0 ? NEGATIVE : POSITIVE)
                .putLong(exponent ^ Long.MIN_VALUE)
                .put(digits)
                .array();
        if (number.signum() < 0) {
            for (int i = 1; i < bytes.length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
        }
        return bytes;
    }
}
