package io.tikit.api.error;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plugin threw, hung or answered nonsense.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class PluginException extends TikitException {
    private static final long serialVersionUID = 1L;

    /** The id of the plugin. */
    private final String plugin;

    /**
     * Makes one.
     *
     * @param plugin the id of the plugin
     * @param message what it did
     * @param cause what it threw, or null
     */
    public PluginException(String plugin, String message, @Nullable Throwable cause) {
        super(ErrorCode.PLUGIN_FAILED, "plugin " + plugin + ": " + message, cause);
        this.plugin = Objects.requireNonNull(plugin, "plugin");
    }

    /**
     * Which plugin.
     *
     * @return its id
     */
    public String plugin() {
        return plugin;
    }
}
