package io.tikit.core.routing;

import io.tikit.spi.condition.Fold;

/** The words of a text, folded and apart by single blanks, so that only whole words are found. */
record FoldedWords(String text) {
    static FoldedWords of(String text) {
        String folded = Fold.of(text);
        StringBuilder words = new StringBuilder(folded.length() + 2).append(' ');
        for (int i = 0; i < folded.length(); ) {
            int letter = folded.codePointAt(i);
            if (Character.isLetterOrDigit(letter)) {
                words.appendCodePoint(letter);
            } else if (words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
            i += Character.charCount(letter);
        }
        if (words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
        return new FoldedWords(words.toString());
    }

    boolean isEmpty() {
        return text.isBlank();
    }

    /** Whether the words of another text stand here side by side. */
    boolean holds(FoldedWords others) {
        return text.contains(others.text);
    }
}
