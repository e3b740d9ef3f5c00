package io.tikit.spi.configuration;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.error.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the members of a body or of an object within it and collects what is wrong, so that an author hears of all of it
 * at once. A member that is missing or wrong gives a fallback. For one thread.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class BodyReader {
    private final DocumentKey id;
    private final String label;
    private final String prefix;
    private final Map<String, Object> members;
    private final List<Violation> found;
    private final Set<String> asked = new HashSet<>();
    private final List<BodyReader> inner = new ArrayList<>();

    private BodyReader(
            DocumentKey id, String label, String prefix, Map<String, Object> members, List<Violation> found) {
        this.id = id;
        this.label = label;
        this.prefix = prefix;
        this.members = members;
        this.found = found;
    }

    /**
     * Reads a body.
     *
     * @param id of which document
     * @param label the label of the document
     * @param body the body as a tree
     * @return a reader at the top of the body
     */
    public static BodyReader of(DocumentKey id, String label, Map<String, Object> body) {
        return new BodyReader(
                Objects.requireNonNull(id, "id"),
                Objects.requireNonNull(label, "label"),
                "",
                Map.copyOf(body),
                new ArrayList<>());
    }

    /**
     * The name of the document.
     *
     * @return kind and key
     */
    public DocumentKey id() {
        return id;
    }

    /**
     * The label of the document.
     *
     * @return its name for people
     */
    public String label() {
        return label;
    }

    /**
     * Reports something wrong.
     *
     * @param member the name of a member, or empty for the whole
     * @param key the stable name of the rule
     * @param message what is wrong and what would be right, in English
     */
    public void finding(String member, String key, String message) {
        finding(member, key, message, Map.of());
    }

    /**
     * Reports something that is wrong, with the values that its text speaks of.
     *
     * @param member the name of the member, may be empty for the whole
     * @param key the stable name of the rule
     * @param message what is wrong and what would be right
     * @param parameters the values, see {@link Violation}
     */
    public void finding(String member, String key, String message, Map<String, Object> parameters) {
        found.add(new Violation(at(member), key, message, parameters));
    }

    /**
     * Tells whether a member is there.
     *
     * @param name its name
     * @return whether it is
     */
    public boolean has(String name) {
        asked.add(name);
        return members.containsKey(name);
    }

    /**
     * A text that must be there.
     *
     * @param name the name of the member
     * @param longest how many characters at most
     * @return the text; empty if it is missing or wrong
     */
    public String text(String name, int longest) {
        Optional<String> text = optionalText(name, longest);
        if (text.isEmpty() && !members.containsKey(name)) {
            finding(name, "required", "must be there");
        }
        return text.orElse("");
    }

    /**
     * A text that may be left out.
     *
     * @param name the name of the member
     * @param longest how many characters at most
     * @return the text, if it is there, not blank and not too long
     */
    public Optional<String> optionalText(String name, int longest) {
        Optional<String> text = value(name, String.class, "a text");
        if (text.isEmpty()) {
            return text;
        }
        if (text.get().isBlank() || text.get().length() > longest) {
            finding(
                    name,
                    "bad_length",
                    "a text of 1 to " + longest + " characters is allowed, not blank",
                    Map.of(
                            "least",
                            1,
                            "max",
                            longest,
                            "length",
                            text.get().strip().length()));
            return Optional.empty();
        }
        return text;
    }

    /**
     * A whole number.
     *
     * @param name the name of the member
     * @param least the smallest
     * @param most the largest
     * @param fallback what counts when it is left out
     * @return the number
     */
    public long whole(String name, long least, long most, long fallback) {
        long number = value(name, Long.class, "a whole number").orElse(fallback);
        if (number < least || number > most) {
            finding(
                    name,
                    "out_of_range",
                    "must be from " + least + " to " + most + ", not " + number,
                    Map.of("least", least, "most", most, "value", number));
            return fallback;
        }
        return number;
    }

    /**
     * Yes or no.
     *
     * @param name the name of the member
     * @param fallback what counts when it is left out
     * @return which
     */
    public boolean flag(String name, boolean fallback) {
        return value(name, Boolean.class, "true or false").orElse(fallback);
    }

    /**
     * A constant of an enum, written in lower case.
     *
     * @param name the name of the member, which must be there
     * @param type the enum
     * @param fallback what is returned when it is missing or wrong
     * @param <E> the enum
     * @return the constant
     */
    public <E extends Enum<E>> E choice(String name, Class<E> type, E fallback) {
        String text = text(name, 100);
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String known = constant.name().toLowerCase(Locale.ROOT);
            names.add(known);
            if (known.equals(text)) {
                return constant;
            }
        }
        if (!text.isEmpty()) {
            finding(name, "one_of", "must be one of " + names, Map.of("known", List.copyOf(names)));
        }
        return fallback;
    }

    /**
     * A list of objects.
     *
     * @param name the name of the member; a list that is left out is empty
     * @param most how many at most
     * @param read reads one of them
     * @param <T> the type of the values
     * @return the values
     */
    public <T> List<T> objects(String name, int most, Function<BodyReader, T> read) {
        List<?> items = value(name, List.class, "a list").orElse(List.of());
        if (items.size() > most) {
            finding(name, "too_many", "at most " + most + " are allowed, not " + items.size(), Map.of("max", most));
            return List.of();
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String path = name + "[" + i + "]";
            if (items.get(i) instanceof Map<?, ?> object) {
                values.add(read.apply(within(path, object)));
            } else {
                finding(path, "not_an_object", "must be an object");
            }
        }
        return values;
    }

    /**
     * A list of texts.
     *
     * @param name the name of the member; a list that is left out is empty
     * @param most how many at most
     * @param longest how many characters each has at most
     * @return the texts that are right, in their order
     */
    public List<String> texts(String name, int most, int longest) {
        List<?> items = value(name, List.class, "a list").orElse(List.of());
        if (items.size() > most) {
            finding(name, "too_many", "at most " + most + " are allowed, not " + items.size());
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof String text && !text.isBlank() && text.length() <= longest) {
                texts.add(text);
            } else {
                finding(name + "[" + i + "]", "out_of_range", "a text of 1 to " + longest + " characters is allowed");
            }
        }
        return texts;
    }

    /**
     * An object within.
     *
     * @param name the name of the member; one that is left out has no members
     * @return a reader of it
     */
    public BodyReader object(String name) {
        return within(name, value(name, Map.class, "an object").orElse(Map.of()));
    }

    /**
     * Everything that is wrong, with members that nobody asked for.
     *
     * @return the findings so far
     */
    public List<Violation> findings() {
        List<Violation> all = new ArrayList<>(found);
        unknown(all);
        return List.copyOf(all);
    }

    private void unknown(List<Violation> all) {
        members.keySet().stream()
                .filter(name -> !asked.contains(name))
                .sorted()
                .forEach(name -> all.add(Violation.of(at(name), "unknown_member", "there is no such member")));
        inner.forEach(reader -> reader.unknown(all));
    }

    private BodyReader within(String name, Map<?, ?> object) {
        Map<String, Object> values = new HashMap<>();
        object.forEach((key, value) -> values.put((String) key, value));
        BodyReader reader = new BodyReader(id, label, at(name) + ".", values, found);
        inner.add(reader);
        return reader;
    }

    private <V> Optional<V> value(String name, Class<V> type, String wanted) {
        asked.add(name);
        Object value = members.get(name);
        if (value != null && !type.isInstance(value)) {
            finding(
                    name,
                    "wrong_type",
                    "must be " + wanted,
                    Map.of("wanted", wanted, "given", value.getClass().getSimpleName()));
            return Optional.empty();
        }
        return Optional.ofNullable(value).map(type::cast);
    }

    private String at(String member) {
        return member.isEmpty() && !prefix.isEmpty() ? prefix.substring(0, prefix.length() - 1) : prefix + member;
    }
}
