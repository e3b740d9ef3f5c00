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
 * @param longest for text and rich text the most characters, 1 to 4,000; else 0. Only a text of at most {@value #SHORT}
 *     characters can be asked for what it contains
 * @param scale for a decimal the digits after the point, 0 to 9; else 0. Money has as many as its currency
 * @param options for choices and trees what may be chosen, in the order for people; for money the currencies that may be
 *     used, all when empty; else empty. The key of a node of a tree is the path of keys that leads to it, with a slash
 *     between: {@code hardware/laptop/screen}
 * @param source for a reference the name of the resolver that the host has for it; else empty
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record FieldDefinition(
        String key, FieldKind kind, String label, int longest, int scale, List<FieldOption> options, String source) {
    /** The most characters of a text that conditions can look into. */
    public static final int SHORT = 255;

    /** The most characters of any text. */
    public static final int LONG = 4_000;

    /** The most characters of a link. */
    public static final int LONGEST_LINK = 2_000;

    /** The most characters of the host's id in a reference. */
    public static final int LONGEST_REFERENCE = 200;

    /** The most characters of the path of a node in a tree. */
    public static final int LONGEST_PATH = 200;

    private static final int MOST_SCALE = 9;
    private static final int MOST_OPTIONS = 500;
    private static final int DEEPEST = 10;
    private static final int LONGEST_LABEL = 100;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9_.-]{0,39}");
    private static final Pattern OPTION = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,39}");
    private static final Pattern NODE = Pattern.compile(
            "[A-Za-z0-9_][A-Za-z0-9_.-]{0,39}(/[A-Za-z0-9_][A-Za-z0-9_.-]{0,39}){0," + (DEEPEST - 1) + "}");

    /** Copies the options. */
    public FieldDefinition {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        options = List.copyOf(options);
        Objects.requireNonNull(source, "source");
    }

    /**
     * The definition of a field that is no reference.
     *
     * @param key the key
     * @param kind what it holds
     * @param label its name for people
     * @param longest for text the most characters
     * @param scale for a decimal the digits after the point
     * @param options for choices and trees what may be chosen
     */
    public FieldDefinition(
            String key, FieldKind kind, String label, int longest, int scale, List<FieldOption> options) {
        this(key, kind, label, longest, scale, options, "");
    }

    /**
     * A field of a kind without options. A text has at most {@value #SHORT} characters, a rich text {@value #LONG}, a
     * decimal two digits after the point.
     *
     * @param key the key
     * @param kind what it holds
     * @param label its name for people
     * @return the definition
     */
    public static FieldDefinition of(String key, FieldKind kind, String label) {
        return new FieldDefinition(key, kind, label, longest(kind), kind == FieldKind.DECIMAL ? 2 : 0, List.of());
    }

    /**
     * How many characters a field of a kind has when nothing else is said.
     *
     * @param kind the kind
     * @return the characters; 0 if they are not limited by the definition
     */
    public static int longest(FieldKind kind) {
        return kind == FieldKind.TEXT ? SHORT : kind == FieldKind.RICH_TEXT ? LONG : 0;
    }

    /**
     * A field that holds one node of a tree.
     *
     * @param key the key
     * @param label its name for people
     * @param nodes what may be chosen, each above what lies below it
     * @return the definition
     */
    public static FieldDefinition tree(String key, String label, List<FieldOption> nodes) {
        return new FieldDefinition(key, FieldKind.TREE, label, 0, 0, nodes);
    }

    /**
     * A field that holds a reference to an object of the host.
     *
     * @param key the key
     * @param label its name for people
     * @param source the name of the host's resolver
     * @return the definition
     */
    public static FieldDefinition reference(String key, String label, String source) {
        return new FieldDefinition(key, FieldKind.REFERENCE, label, 0, 0, List.of(), source);
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
     * A node of a tree and all nodes below it.
     *
     * @param path the path of the node
     * @return the options, retired ones too; empty if there is no such node
     */
    public List<FieldOption> under(String path) {
        return options.stream()
                .filter(option -> option.key().equals(path) || option.key().startsWith(path + "/"))
                .toList();
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
        boolean text = kind == FieldKind.TEXT || kind == FieldKind.RICH_TEXT;
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
        if (kind == FieldKind.REFERENCE ? !SOURCE.matcher(source).matches() : !source.isEmpty()) {
            found.add(Violation.of(
                    "source",
                    "bad_key",
                    "a reference names a resolver of the host by a key that matches " + SOURCE.pattern()
                            + ", all else none"));
        }
        checkOptions(found);
        return List.copyOf(found);
    }

    private void checkOptions(List<Violation> found) {
        int least = kind.isChosen() ? 1 : 0;
        int most = kind.isChosen() || kind == FieldKind.MONEY ? MOST_OPTIONS : 0;
        if (options.size() < least || options.size() > most) {
            found.add(outOfRange(
                    "options",
                    "choices and trees have 1 to " + MOST_OPTIONS + " options, money its currencies, all else none",
                    least,
                    most,
                    options.size()));
        }
        Set<String> keys = new HashSet<>();
        Set<Integer> ranks = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            FieldOption option = options.get(i);
            String path = "options[" + i + "]";
            checkKey(path, option.key(), found);
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
        if (kind == FieldKind.TREE) {
            checkParents(keys, found);
        }
    }

    private void checkKey(String path, String option, List<Violation> found) {
        Pattern form = kind == FieldKind.TREE ? NODE : OPTION;
        if (!form.matcher(option).matches() || option.length() > LONGEST_PATH) {
            found.add(Violation.of(path + ".key", "bad_key", "the key of an option must match " + form.pattern()));
        } else if (kind == FieldKind.MONEY && FieldValue.Money.digits(option).isEmpty()) {
            found.add(unknownCurrency(path + ".key", option));
        }
    }

    /**
     * The violation of a currency that does not exist.
     *
     * @param path where it stands
     * @param currency what is no currency
     * @return the violation
     */
    public static Violation unknownCurrency(String path, String currency) {
        return new Violation(
                path,
                "unknown_currency",
                "'" + currency + "' is no code of a currency in ISO 4217, such as EUR",
                Map.of("currency", currency));
    }

    private void checkParents(Set<String> keys, List<Violation> found) {
        for (int i = 0; i < options.size(); i++) {
            String path = options.get(i).key();
            int slash = path.lastIndexOf('/');
            if (slash > 0 && !keys.contains(path.substring(0, slash))) {
                found.add(new Violation(
                        "options[" + i + "].key",
                        "no_parent",
                        "the tree has no node '" + path.substring(0, slash) + "', under which this one lies",
                        Map.of("name", path.substring(0, slash))));
            }
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
