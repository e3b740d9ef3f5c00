package io.tikit.core.condition;

/** Walks through the text form, character by character. */
final class TextTokens {
    private static final String ENDS = "()\",:<>=~^";

    private final String text;
    private int at;

    TextTokens(String text) {
        this.text = text;
    }

    int position() {
        return at;
    }

    /** What comes next, or NUL at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    boolean atEnd() {
        blanks();
        return at >= text.length();
    }

    void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Takes this if it comes next. */
    boolean take(String wanted) {
        if (text.startsWith(wanted, at)) {
            at += wanted.length();
            return true;
        }
        return false;
    }

    /** Takes the keyword if it comes next as a word of its own. */
    boolean takeWord(String keyword) {
        int before = at;
        if (bare().equals(keyword) && ":<>=~^".indexOf(peek()) < 0) {
            return true;
        }
        at = before;
        return false;
    }

    void expect(String wanted) {
        blanks();
        if (!take(wanted)) {
            throw ConditionText.syntax(at, 1, "expected '" + wanted + "'");
        }
    }

    /** Characters up to a blank or a sign; may be empty. */
    String bare() {
        int from = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && ENDS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    /** Characters up to a blank, comma or bracket: an instant has colons. */
    String value() {
        int from = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "(),\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    /** A text in double quotes, with a backslash before quotes and backslashes. */
    String quoted() {
        int from = at;
        expect("\"");
        StringBuilder inner = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return inner.toString();
            }
            if (c == '\\' && at < text.length()) {
                c = text.charAt(at++);
            }
            inner.append(c);
        }
        throw ConditionText.syntax(from, text.length() - from, "a quotation does not end");
    }

    void back(int position) {
        at = position;
    }

    static String quote(String inner) {
        return '"' + inner.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
