package io.tikit.api.plugin;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Keeps a value of the plugin whose desk it is given to, in the desk's tenant. Given to {@link io.tikit.api.Desk#together}
 * with commands on tickets, all become true or none. Recorded as no event, for it is the plugin's own affair. Refused with
 * NOT_PERMITTED on a desk that is not a plugin's.
 *
 * @param key 1 to {@value PluginValue#LONGEST_KEY} printable characters of ASCII without blanks
 * @param value plain text, at most {@value PluginValue#LONGEST_VALUE} characters, may be empty
 * @param expected the revision that the value must have, 0 when there must be none; empty for any. Another one is refused
 *     with PLUGIN_VALUE_CONFLICT
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record PutPluginValue(String key, String value, OptionalLong expected) implements Command<PluginValue> {
    /** Checks that nothing is null; lengths are checked with the command. */
    public PutPluginValue {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(expected, "expected");
    }

    /**
     * Puts a value, whatever is there.
     *
     * @param key its name
     * @param value the text
     * @return the command
     */
    public static PutPluginValue of(String key, String value) {
        return new PutPluginValue(key, value, OptionalLong.empty());
    }

    /**
     * The same, only if nobody has changed the value since it was read.
     *
     * @param revision the revision that was read
     * @return a copy
     */
    public PutPluginValue expecting(long revision) {
        return new PutPluginValue(key, value, OptionalLong.of(revision));
    }

    /**
     * The same, only if there is no such value yet.
     *
     * @return a copy
     */
    public PutPluginValue ifAbsent() {
        return expecting(0);
    }

    /** Names the command without its text, which may be anything. */
    @Override
    public String toString() {
        return "PutPluginValue " + key;
    }
}
