package io.tikit.core.people;

import java.util.ArrayList;
import java.util.List;

/** How texts stand in cells of files. Pure. */
final class CellText {
    private static final String FORMULA = "=+-@\t\r";
    private static final String SEPARATORS = ";,\t\r\n";
    private static final String QUOTES = "'\"";

    private CellText() {}

    /**
     * With an apostrophe before what a spreadsheet would compute, and before what looks like one that was put there. What
     * stands behind a separator counts as well, since a spreadsheet may split cells by another one than the file does.
     */
    static String guarded(String text) {
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (begins(text, i) && computes(text, i)) {
                cell.append('\'');
            }
            cell.append(text.charAt(i));
        }
        return cell.toString();
    }

    /** What {@link #guarded} was given. */
    static String unguarded(String cell) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) != '\'' || !begins(cell, i) || !computes(cell, i + 1)) {
                text.append(cell.charAt(i));
            }
        }
        return text.toString();
    }

    private static boolean begins(String text, int at) {
        return at == 0 || SEPARATORS.indexOf(text.charAt(at - 1)) >= 0;
    }

    private static boolean computes(String text, int from) {
        int at = from;
        while (at < text.length() && QUOTES.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() && FORMULA.indexOf(text.charAt(at)) >= 0;
    }

    /** Several names in one cell. */
    static String joined(List<String> names) {
        StringBuilder cell = new StringBuilder();
        for (String name : names) {
            if (cell.length() > 0) {
                cell.append("; ");
            }
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                if (c == ';' || c == '\\' || (c == ' ' && (i == 0 || i == name.length() - 1))) {
                    cell.append('\\');
                }
                cell.append(c);
            }
        }
        return cell.toString();
    }

    /** The names in a cell; blanks around them do not count unless they stand behind a backslash. */
    static List<String> split(String cell) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        int solid = 0;
        for (int i = 0; i <= cell.length(); i++) {
            if (i == cell.length() || cell.charAt(i) == ';') {
                name.setLength(solid);
                if (solid > 0) {
                    names.add(name.toString());
                }
                name.setLength(0);
                solid = 0;
                continue;
            }
            char c = cell.charAt(i);
            boolean escaped = c == '\\' && i + 1 < cell.length();
            if (escaped) {
                c = cell.charAt(++i);
            }
            if (escaped || c != ' ' || solid > 0) {
                name.append(c);
            }
            if (escaped || c != ' ') {
                solid = name.length();
            }
        }
        return names;
    }
}
