package io.tikit.spi;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * A plugin: one unit that is found, configured, started, stopped and watched as a whole. The engine calls
 * {@link #descriptor()}, then {@link #contribute}, then opens the contributed parts, then {@link #start()}; at the end
 * {@link #stop()}, then closes the parts, in reverse. Each engine makes its own instance by the service loader; an
 * instance given to a builder serves that engine only. Called by one thread at a time.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TikitPlugin {
    /**
     * Says who this is. Always the same answer, without side effects.
     *
     * @return the description
     */
    PluginDescriptor descriptor();

    /**
     * Contributes parts. Has no side effects: no connection, file or thread is opened here, because the engine may
     * choose another plugin's part instead.
     *
     * @param to takes the parts
     * @param context gives settings and surroundings
     */
    void contribute(Contributions to, PluginContext context);

    /**
     * Called when all parts are open.
     *
     * @throws Exception if the plugin cannot work; ends the start of the engine
     */
    default void start() throws Exception {}

    /**
     * Called before the parts are closed, also after a failed start. May be called twice.
     *
     * @throws Exception if something could not be ended; logged
     */
    default void stop() throws Exception {}
}
