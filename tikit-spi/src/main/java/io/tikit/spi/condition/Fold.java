package io.tikit.spi.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * How text is compared: after compatibility composition (Unicode Standard Annex 15, NFKC), lower case by the root
 * locale, upper and again lower case so that letters with several lower-case forms meet, and without trailing blanks. The
 * result is ordered by its bytes in UTF-8. No database folds, pads or collates, because each does it differently.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class Fold {
    private Fold() {}

    /**
     * Folds a text.
     *
     * @param text any text
     * @return its folded form; folding it again changes nothing
     */
    public static String of(String text) {
        String folded = text;
        for (int i = 0; i < 4; i++) {
            String next = once(folded);
            if (next.equals(folded)) {
                return folded;
            }
            folded = next;
        }
        return folded;
    }

    private static String once(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT).stripTrailing();
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String lower =
                composed.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String again = Normalizer.normalize(lower, Normalizer.Form.NFKC);
        return again.stripTrailing();
    }

    /** Whether there is nothing to compose: ASCII folds by lower case alone. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * The bytes that are stored and compared.
     *
     * @param text any text
     * @return the folded form in UTF-8
     */
    public static byte[] bytes(String text) {
        return of(text).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The folded form as the stored bytes say it: a half of a surrogate pair, which has no bytes, has become a question
     * mark. Texts are equal, begin with or contain each other as these do.
     *
     * @param text any text
     * @return the text that the bytes spell
     */
    public static String comparable(String text) {
        String folded = of(text);
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isSurrogate(folded.charAt(i))) {
                return new String(folded.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return folded;
    }

    /**
     * Compares two texts by their folded bytes.
     *
     * @param left one
     * @param right the other
     * @return below, at or above 0
     */
    public static int compare(String left, String right) {
        return Arrays.compareUnsigned(bytes(left), bytes(right));
    }
}
