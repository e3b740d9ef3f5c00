package io.tikit.api.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The definition of a field: what it is called and what it may hold (REQ-TM-003). Immutable; the key and the kind of a
 * field never change while tickets hold values of it.
 *
 * @param key for a custom field lower-case ASCII letters, digits and underscore, starting with a letter, at most 40
 *     characters; without the prefix {@link io.tikit.api.ticket.TicketFields#CUSTOM_PREFIX}
 * @param kind what it holds
 * @param label its name for people
 * @param longest for text the most characters, 1 to 4,000; else 0. Only a text of at most {@value #SHORT} characters can
 *     be asked for what it contains
 * @param scale for a decimal the digits after the point, 0 to 9; else 0
 * @param options for choices what may be chosen, in the order for people; else empty
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record FieldDefinition(
        String key, FieldKind kind, String label, int longest, int scale, List<FieldOption> options) {
    /** The most characters of a text that conditions can look into. */
    public static final int SHORT = 255;

    /** The most characters of any text. */
    public static final int LONG = 4_000;

    private static final int MOST_SCALE = 9;
    private static final int MOST_OPTIONS = 500;
    private static final int LONGEST_LABEL = 100;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern OPTION = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,39}");

    /** Copies the options. */
    public FieldDefinition {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        options = List.copyOf(options);
    }

    /**
     * A field of a kind without options. A text has at most {@value #SHORT} characters, a decimal two digits after the
     * point.
     *
     * @param key the key
     * @param kind what it holds
     * @param label its name for people
     * @return the definition
     */
    public static FieldDefinition of(String key, FieldKind kind, String label) {
        return new FieldDefinition(
                key, kind, label, kind == FieldKind.TEXT ? SHORT : 0, kind == FieldKind.DECIMAL ? 2 : 0, List.of());
    }

    /**
     * A field that holds one of several options.
     *
     * @param key the key
     * @param label its name for people
     * @param options what may be chosen
     * @return the definition
     */
    public static FieldDefinition choice(String key, String label, List<FieldOption> options) {
        return new FieldDefinition(key, FieldKind.CHOICE, label, 0, 0, options);
    }

    /**
     * A field that holds any number of several options.
     *
     * @param key the key
     * @param label its name for people
     * @param options what may be chosen
     * @return the definition
     */
    public static FieldDefinition choices(String key, String label, List<FieldOption> options) {
        return new FieldDefinition(key, FieldKind.CHOICES, label, 0, 0, options);
    }

    /**
     * An option by its key.
     *
     * @param optionKey the key
     * @return the option, or empty
     */
    public Optional<FieldOption> option(String optionKey) {
        return options.stream().filter(option -> option.key().equals(optionKey)).findFirst();
    }

    /**
     * What is wrong with this as the definition of a custom field.
     *
     * @return the violations, by the names of the components; empty when nothing is
     */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        if (!KEY.matcher(key).matches()) {
            found.add(Violation.of("key", "bad_key", "the key of a field must match " + KEY.pattern()));
        }
        checkLabel("label", label, found);
        if (kind == FieldKind.ANY) {
            found.add(Violation.of("kind", "not_a_kind", "a defined field holds one kind of value"));
        }
        boolean text = kind == FieldKind.TEXT;
        if (text ? longest < 1 || longest > LONG : longest != 0) {
            found.add(outOfRange(
                    "longest",
                    "a text has at most 1 to " + LONG + " characters, all else 0",
                    text ? 1 : 0,
                    text ? LONG : 0,
                    longest));
        }
        if (scale < 0 || scale > (kind == FieldKind.DECIMAL ? MOST_SCALE : 0)) {
            found.add(outOfRange(
                    "scale",
                    "a decimal has 0 to " + MOST_SCALE + " digits after the point, all else 0",
                    0,
                    kind == FieldKind.DECIMAL ? MOST_SCALE : 0,
                    scale));
        }
        checkOptions(found);
        return List.copyOf(found);
    }

    private void checkOptions(List<Violation> found) {
        boolean chosen = kind == FieldKind.CHOICE || kind == FieldKind.CHOICES;
        if (chosen ? options.isEmpty() || options.size() > MOST_OPTIONS : !options.isEmpty()) {
            found.add(outOfRange(
                    "options",
                    "choices have 1 to " + MOST_OPTIONS + " options, all else none",
                    chosen ? 1 : 0,
                    chosen ? MOST_OPTIONS : 0,
                    options.size()));
        }
        Set<String> keys = new HashSet<>();
        Set<Integer> ranks = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            FieldOption option = options.get(i);
            String path = "options[" + i + "]";
            if (!OPTION.matcher(option.key()).matches()) {
                found.add(
                        Violation.of(path + ".key", "bad_key", "the key of an option must match " + OPTION.pattern()));
            }
            if (!keys.add(option.key())) {
                found.add(new Violation(
                        path + ".key",
                        "twice",
                        "two options have the key '" + option.key() + "'",
                        Map.of("name", option.key())));
            }
            if (!ranks.add(option.rank())) {
                found.add(new Violation(
                        path + ".rank",
                        "twice",
                        "two options have the rank " + option.rank(),
                        Map.of("name", option.rank())));
            }
            checkLabel(path + ".label", option.label(), found);
        }
    }

    private static void checkLabel(String path, String label, List<Violation> found) {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            found.add(new Violation(
                    path,
                    "bad_length",
                    "a label has 1 to " + LONGEST_LABEL + " characters",
                    Map.of(
                            "least",
                            1,
                            "max",
                            LONGEST_LABEL,
                            "length",
                            label.strip().length())));
        }
    }

    private static Violation outOfRange(String path, String message, int least, int most, int value) {
        return new Violation(path, "out_of_range", message, Map.of("least", least, "most", most, "value", value));
    }
}
