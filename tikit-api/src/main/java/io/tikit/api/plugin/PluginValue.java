package io.tikit.api.plugin;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * Something that a plugin keeps in a desk.
 *
 * @param key its name among the values of this plugin in this tenant, 1 to 200 printable characters of ASCII without blanks
 * @param value plain text, at most 8,000 characters
 * @param revision larger after every change, also when the value was removed in between; says nothing else
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record PluginValue(String key, String value, long revision) {
    /** The longest key, in characters. */
    public static final int LONGEST_KEY = 200;

    /** The longest value, in characters. */
    public static final int LONGEST_VALUE = 8_000;

    /** Checks that nothing is null. */
    public PluginValue {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }

    /** Names the value without its text, which may be anything. */
    @Override
    public String toString() {
        return key + " revision " + revision;
    }
}
