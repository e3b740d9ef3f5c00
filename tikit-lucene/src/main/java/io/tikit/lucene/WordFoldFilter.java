package io.tikit.lucene;

import io.tikit.spi.condition.Fold;
import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Writes each word in its plainest form: folded as conditions fold, without the accents that Latin, Greek and Cyrillic
 * letters carry, and with Latin letters in ASCII, so that "Zürich" meets "zurich" and "ISTANBUL" meets both "İstanbul" and
 * "ıstanbul". The marks of other scripts make different words and stay.
 */
final class WordFoldFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    WordFoldFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!foldAscii(term.buffer(), term.length())) {
            String plain = plain(term.toString());
            // A word of marks alone stays as it is rather than become an empty one.
            if (!plain.isEmpty()) {
                term.setEmpty().append(plain);
            }
        }
        return true;
    }

    /** The short way for nearly every word; false if the word needs the long one. */
    private static boolean foldAscii(char[] word, int length) {
        for (int i = 0; i < length; i++) {
            if (word[i] >= 0x80) {
                return false;
            }
        }
        for (int i = 0; i < length; i++) {
            if (word[i] >= 'A' && word[i] <= 'Z') {
                word[i] = (char) (word[i] + ('a' - 'A'));
            }
        }
        return true;
    }

    private static String plain(String word) {
        String apart = Normalizer.normalize(Fold.of(word), Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c < 0x300 || c > 0x36F) {
                kept.append(c);
            }
        }
        char[] composed = Normalizer.normalize(kept, Normalizer.Form.NFC).toCharArray();
        // One letter becomes at most four.
        char[] ascii = new char[4 * composed.length];
        int length = ASCIIFoldingFilter.foldToASCII(composed, 0, ascii, 0, composed.length);
        return new String(ascii, 0, length);
    }
}
