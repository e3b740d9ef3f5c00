package io.tikit.spi;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that a host can set, with its type. Hosts give settings as text under the full name, which is the id of the
 * plugin, a dot and the name. Immutable.
 *
 * @param name lower-case ASCII letters, digits, dot or hyphen
 * @param type what it is, for messages
 * @param parser reads the text; throws {@link IllegalArgumentException} with a message that says what would be right
 * @param fallback the value when nothing is set; empty when it must be set or has no value by nature
 * @param required whether the engine refuses to start without it
 * @param secret whether its value must never be shown or logged
 * @param <T> the type of its values
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Setting<T>(
        String name,
        Class<T> type,
        Function<String, T> parser,
        Optional<T> fallback,
        boolean required,
        boolean secret) {
    /** Checks that nothing is null. */
    public Setting {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(parser, "parser");
        Objects.requireNonNull(fallback, "fallback");
    }

    /**
     * A text without a value by default.
     *
     * @param name its name
     * @return the setting
     */
    public static Setting<String> text(String name) {
        return new Setting<>(name, String.class, Function.identity(), Optional.empty(), false, false);
    }

    /**
     * A text that is never shown.
     *
     * @param name its name
     * @return the setting
     */
    public static Setting<String> secret(String name) {
        return new Setting<>(name, String.class, Function.identity(), Optional.empty(), false, true);
    }

    /**
     * A whole number within limits.
     *
     * @param name its name
     * @param fallback the value when nothing is set
     * @param least the smallest value
     * @param most the largest value
     * @return the setting
     */
    public static Setting<Integer> number(String name, int fallback, int least, int most) {
        Function<String, Integer> parser = text -> {
            int value;
            try {
                value = Integer.parseInt(text.trim());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("must be a whole number", e);
            }
            if (value < least || value > most) {
                throw new IllegalArgumentException("must be from " + least + " to " + most);
            }
            return value;
        };
        return new Setting<>(name, Integer.class, parser, Optional.of(fallback), false, false);
    }

    /**
     * Yes or no.
     *
     * @param name its name
     * @param fallback the value when nothing is set
     * @return the setting
     */
    public static Setting<Boolean> flag(String name, boolean fallback) {
        Function<String, Boolean> parser = text -> switch (text.trim()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
        return new Setting<>(name, Boolean.class, parser, Optional.of(fallback), false, false);
    }

    /**
     * A length of time above zero in the form of ISO 8601, such as {@code PT30S}.
     *
     * @param name its name
     * @param fallback the value when nothing is set
     * @return the setting
     */
    public static Setting<Duration> duration(String name, Duration fallback) {
        Function<String, Duration> parser = text -> {
            Duration value;
            try {
                value = Duration.parse(text.trim());
            } catch (java.time.DateTimeException e) {
                throw new IllegalArgumentException("must be a duration such as PT30S", e);
            }
            if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofDays(36_500)) > 0) {
                throw new IllegalArgumentException("must be a duration from PT0.001S to a hundred years");
            }
            return value;
        };
        return new Setting<>(name, Duration.class, parser, Optional.of(fallback), false, false);
    }

    /**
     * A file or folder, without a value by default.
     *
     * @param name its name
     * @return the setting
     */
    public static Setting<Path> path(String name) {
        return new Setting<>(name, Path.class, text -> Path.of(text), Optional.empty(), false, false);
    }

    /**
     * The same setting, without which the engine refuses to start.
     *
     * @return a copy
     */
    public Setting<T> asRequired() {
        return new Setting<>(name, type, parser, fallback, true, secret);
    }
}
