package io.tikit.core.attachment;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes names of files harmless: for people who read them and for systems that keep files under them. Pure. */
final class FileNames {
    static final int LONGEST = 255;
    private static final String NAMELESS = "attachment";
    private static final int LONGEST_ENDING = 20;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");
    /** Names that Windows keeps for devices, whatever their ending. */
    private static final Pattern DEVICE =
            Pattern.compile("(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    /**
     * Takes away paths, what cannot be seen (control characters, marks that turn the direction, halves of pairs), what
     * some system forbids, and what is too much. A name that is clean stays as it is.
     */
    static String clean(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        StringBuilder visible = new StringBuilder(last.length());
        BLANKS.matcher(last)
                .replaceAll(" ")
                .codePoints()
                .filter(FileNames::isVisible)
                .forEach(visible::appendCodePoint);
        String composed = Normalizer.normalize(visible, Normalizer.Form.NFC);
        String name = trimmed(FORBIDDEN.matcher(composed).replaceAll("_"));
        if (DEVICE.matcher(name).matches()) {
            name = "_" + name;
        }
        name = shortened(name);
        return name.isEmpty() ? NAMELESS : name;
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Without blanks around it, and without dots at its end, which Windows drops and which alone name folders. */
    private static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && name.charAt(from) == ' ') {
            from++;
        }
        while (from < to && (name.charAt(to - 1) == ' ' || name.charAt(to - 1) == '.')) {
            to--;
        }
        return name.substring(from, to);
    }

    /** Cuts a long name before its ending, so that it is still known for what it is. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int cut = LONGEST - ending.length();
        if (Character.isLowSurrogate(name.charAt(cut))) {
            cut--;
        }
        return trimmed(name.substring(0, cut)) + ending;
    }
}
