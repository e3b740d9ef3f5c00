package io.tikit.core.people;

import java.util.ArrayList;
import java.util.List;

/** How texts stand in cells of files. Pure. */
final class CellText {
    private static final String FORMULA = "=+-@\t\r";

    private CellText() {}

    /** With an apostrophe before what a spreadsheet would compute, and before what looks like one that was put there. */
    static String guarded(String text) {
        return beginsFormula(text) || isGuarded(text) ? "'" + text : text;
    }

    /** What {@link #guarded} was given. */
    static String unguarded(String cell) {
        return isGuarded(cell) ? cell.substring(1) : cell;
    }

    private static boolean beginsFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    private static boolean isGuarded(String text) {
        return text.length() > 1
                && text.charAt(0) == '\''
                && (text.charAt(1) == '\'' || FORMULA.indexOf(text.charAt(1)) >= 0);
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
