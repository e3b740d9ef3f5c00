package io.tikit.core.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text form of a {@link TextPattern} from left to right. */
final class PatternReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern BRANCH = Pattern.compile("=-?[0-9]{1,9}|zero|one|two|few|many|other");
    private static final int DEEPEST = 8;

    private final String pattern;
    private int at;

    PatternReader(String pattern) {
        this.pattern = pattern;
    }

    List<TextPattern.Part> read() {
        List<TextPattern.Part> parts = parts(0);
        if (at < pattern.length()) {
            throw wrong("a brace is closed that was not opened");
        }
        return parts;
    }

    /** Up to the end or, inside a branch, up to its closing brace. */
    private List<TextPattern.Part> parts(int depth) {
        if (depth > DEEPEST) {
            throw wrong("choices lie too deep in each other");
        }
        List<TextPattern.Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '}') {
            char c = pattern.charAt(at);
            if (c == '\'') {
                quoted(literal, depth > 0);
            } else if (c == '{') {
                flush(literal, parts);
                parts.add(parameter(depth));
            } else if (c == '#' && depth > 0) {
                flush(literal, parts);
                parts.add(new TextPattern.Hash());
                at++;
            } else {
                literal.append(c);
                at++;
            }
        }
        flush(literal, parts);
        return List.copyOf(parts);
    }

    /** An apostrophe means something only before what it can take the meaning from, so that "don't" is written so. */
    private void quoted(StringBuilder literal, boolean inBranch) {
        at++;
        char next = at < pattern.length() ? pattern.charAt(at) : ' ';
        if (next == '\'') {
            literal.append('\'');
            at++;
        } else if (next == '{' || next == '}' || (next == '#' && inBranch)) {
            int end = pattern.indexOf('\'', at);
            if (end < 0) {
                throw wrong("an apostrophe is not closed");
            }
            literal.append(pattern, at, end);
            at = end + 1;
        } else {
            literal.append('\'');
        }
    }

    private static void flush(StringBuilder literal, List<TextPattern.Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new TextPattern.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private TextPattern.Part parameter(int depth) {
        at++;
        String name = word(NAME, "the name of a parameter");
        if (take('}')) {
            return new TextPattern.Value(name, false);
        }
        expect(',');
        String form = word(NAME, "a form");
        if (form.equals("date")) {
            expect('}');
            return new TextPattern.Value(name, true);
        }
        if (!form.equals("plural")) {
            throw wrong("'" + form + "' is neither date nor plural");
        }
        expect(',');
        return new TextPattern.Plural(name, branches(depth));
    }

    private Map<String, List<TextPattern.Part>> branches(int depth) {
        Map<String, List<TextPattern.Part>> branches = new LinkedHashMap<>();
        while (!take('}')) {
            String name = word(BRANCH, "a branch such as one, other or =0");
            expect('{');
            if (branches.putIfAbsent(name, parts(depth + 1)) != null) {
                throw wrong("the branch " + name + " is there twice");
            }
            expect('}');
        }
        if (!branches.containsKey(PluralRules.OTHER)) {
            throw wrong("a choice needs the branch " + PluralRules.OTHER);
        }
        return branches;
    }

    private String word(Pattern form, String what) {
        blanks();
        Matcher word = form.matcher(pattern).region(at, pattern.length());
        if (!word.lookingAt()) {
            throw wrong(what + " is missing");
        }
        at = word.end();
        return word.group();
    }

    private boolean take(char wanted) {
        blanks();
        boolean there = at < pattern.length() && pattern.charAt(at) == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(char wanted) {
        if (!take(wanted)) {
            throw wrong("'" + wanted + "' is missing");
        }
    }

    private void blanks() {
        while (at < pattern.length() && Character.isWhitespace(pattern.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + ", at character " + at);
    }
}
