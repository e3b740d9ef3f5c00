package io.tikit.core.message;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A text with parameters, as {@link io.tikit.spi.message.MessageBundle} describes it, read once and filled often. It
 * never fails when it is filled: a parameter that is missing stays in the text as its name in braces.
 */
public final class TextPattern {
    /** A piece of a pattern. */
    sealed interface Part {}

    /** Text as it stands. */
    record Literal(String text) implements Part {}

    /** A value, or only the day of it. */
    record Value(String name, boolean dayOnly) implements Part {}

    /** A choice by a number. */
    record Plural(String name, Map<String, List<Part>> branches) implements Part {}

    /** The number that the innermost choice is about. */
    record Hash() implements Part {}

    private final List<Part> parts;

    private TextPattern(List<Part> parts) {
        this.parts = parts;
    }

    /** Reads a pattern; throws IllegalArgumentException saying what is wrong and where. */
    public static TextPattern parse(String pattern) {
        return new TextPattern(new PatternReader(pattern).read());
    }

    /** The names of the parameters. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        collect(parts, names);
        return names;
    }

    /** Tells whether nothing of the text would stay empty. */
    boolean isFilledBy(Map<String, ?> parameters) {
        return parameters.keySet().containsAll(names());
    }

    private static void collect(List<Part> parts, Set<String> names) {
        for (Part part : parts) {
            if (part instanceof Value value) {
                names.add(value.name());
            } else if (part instanceof Plural plural) {
                names.add(plural.name());
                plural.branches().values().forEach(branch -> collect(branch, names));
            }
        }
    }

    /** The branches of every choice, which a language needs all of its own. */
    public List<Set<String>> choices() {
        List<Set<String>> choices = new ArrayList<>();
        choices(parts, choices);
        return choices;
    }

    private static void choices(List<Part> parts, List<Set<String>> choices) {
        for (Part part : parts) {
            if (part instanceof Plural plural) {
                choices.add(plural.branches().keySet());
                plural.branches().values().forEach(branch -> choices(branch, choices));
            }
        }
    }

    /** Fills the pattern. */
    String fill(Map<String, ?> parameters, TextValues values) {
        StringBuilder text = new StringBuilder();
        fill(parts, parameters, values, "#", text);
        return text.toString();
    }

    private static void fill(
            List<Part> parts, Map<String, ?> parameters, TextValues values, String number, StringBuilder text) {
        for (Part part : parts) {
            if (part instanceof Literal literal) {
                text.append(literal.text());
            } else if (part instanceof Hash) {
                text.append(number);
            } else if (part instanceof Value value) {
                Object given = parameters.get(value.name());
                text.append(given == null ? "{" + value.name() + "}" : values.text(given, value.dayOnly()));
            } else if (part instanceof Plural plural) {
                Object given = parameters.get(plural.name());
                String shown = given == null ? "{" + plural.name() + "}" : values.text(given, false);
                fill(branch(plural, given, values), parameters, values, shown, text);
            }
        }
    }

    private static List<Part> branch(Plural plural, @Nullable Object given, TextValues values) {
        Map<String, List<Part>> branches = plural.branches();
        List<Part> other = branches.getOrDefault(PluralRules.OTHER, List.of());
        BigDecimal number = TextValues.number(given);
        if (number == null) {
            return other;
        }
        for (Map.Entry<String, List<Part>> branch : branches.entrySet()) {
            String name = branch.getKey();
            if (name.startsWith("=") && new BigDecimal(name.substring(1)).compareTo(number) == 0) {
                return branch.getValue();
            }
        }
        return branches.getOrDefault(PluralRules.category(values.language(), number), other);
    }
}
