package io.tikit.core.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes texts from outside fit what the desk takes. Pure. */
final class Texts {
    static final int LONGEST_LINE = 255;
    static final int LONGEST_BODY = 1_000_000;
    private static final String CUT = "\u2026";

    private Texts() {}

    /** One line without what cannot be stored; never blank. */
    static String line(String text, int most) {
        String line = plain(text).replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? CUT : cut(line, most);
    }

    /** Several lines without what cannot be stored; never blank. */
    static String body(String text) {
        String body = plain(text);
        return body.isBlank() ? CUT : cut(body, LONGEST_BODY);
    }

    /** At most so many characters, the last of which says that something is missing. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        if (most < 2) {
            return CUT;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + CUT;
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\r' || c == '\t' || (c >= ' ' && c != 0x7f))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
