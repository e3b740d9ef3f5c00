package io.tikit.api.plugin;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Removes a value of the plugin whose desk it is given to; returns whether there was one. Otherwise like
 * {@link PutPluginValue}.
 *
 * @param key the name of the value
 * @param expected the revision that the value must have; empty for any. Another one, or none, is refused with
 *     PLUGIN_VALUE_CONFLICT
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record RemovePluginValue(String key, OptionalLong expected) implements Command<Boolean> {
    /** Checks that nothing is null. */
    public RemovePluginValue {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(expected, "expected");
    }

    /**
     * Removes a value, whatever it is.
     *
     * @param key its name
     * @return the command
     */
    public static RemovePluginValue of(String key) {
        return new RemovePluginValue(key, OptionalLong.empty());
    }

    /**
     * The same, only if nobody has changed the value since it was read.
     *
     * @param revision the revision that was read
     * @return a copy
     */
    public RemovePluginValue expecting(long revision) {
        return new RemovePluginValue(key, OptionalLong.of(revision));
    }
}
