package io.tikit.core.pipeline;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects everything that is wrong, so that a caller hears of it at once. */
public final class Violations {
    private final List<Violation> found = new ArrayList<>();
    private String prefix = "";

    public Violations within(String newPrefix) {
        prefix = newPrefix;
        return this;
    }

    public void add(String path, String key, String message) {
        found.add(Violation.of(prefix + path, key, message));
    }

    /** With the values that the text speaks of. */
    public void add(String path, String key, String message, Map<String, Object> parameters) {
        found.add(new Violation(prefix + path, key, message, parameters));
    }

    public void addAll(List<Violation> others) {
        others.forEach(v -> found.add(new Violation(prefix + v.path(), v.key(), v.message(), v.parameters())));
    }

    /** A text in one line. */
    public void line(String path, String text, int least, int most) {
        if (length(path, text, text.isBlank() ? 0 : text.length(), least, most)) {
            characters(path, text, false);
        }
    }

    /** A text of several lines. */
    public void body(String path, String text, int least, int most) {
        if (length(path, text, text.isBlank() ? 0 : text.length(), least, most)) {
            characters(path, text, true);
        }
    }

    private boolean length(String path, String text, int length, int least, int most) {
        if (length < least) {
            add(path, "required", "must not be blank");
            return false;
        }
        if (text.length() > most) {
            add(
                    path,
                    "too_long",
                    "has " + text.length() + " characters, at most " + most + " are allowed",
                    Map.of("max", most, "length", text.length()));
            return false;
        }
        return true;
    }

    /** Control characters and halves of surrogate pairs cannot be stored everywhere and mean nothing to a reader. */
    private void characters(String path, String text, boolean lines) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = (c < ' ' && !(lines && (c == '\n' || c == '\r' || c == '\t'))) || c == 0x7f;
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            boolean whole = !Character.isSurrogate(c) || pair;
            if (control || !whole) {
                String code = String.format(Locale.ROOT, "U+%04X", (int) c);
                add(
                        path,
                        "bad_character",
                        "character " + i + " is " + code + ", which is not allowed",
                        Map.of("position", i + 1, "character", code));
                return;
            }
            if (pair) {
                i++;
            }
        }
    }

    public List<Violation> all() {
        return List.copyOf(found);
    }

    public int size() {
        return found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public void throwIfAny(ErrorCode code) {
        if (!found.isEmpty()) {
            throw new InvalidException(code, found);
        }
    }
}
