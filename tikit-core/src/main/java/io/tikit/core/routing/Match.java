package io.tikit.core.routing;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * That a pattern was met.
 *
 * @param taken what its named groups took, by name
 */
record Match(Map<String, String> taken) {
    static final Match NOTHING_TAKEN = new Match(Map.of());
    private static final int LONGEST = 255;

    /** The first match of an expression. */
    static Optional<Match> of(Pattern expression, String text) {
        Matcher matcher = expression.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Map<String, String> taken = new TreeMap<>();
        for (String name : expression.namedGroups().keySet()) {
            @Nullable String value = matcher.group(name);
            if (value != null && !value.isBlank()) {
                taken.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
            }
        }
        return Optional.of(new Match(taken));
    }
}
