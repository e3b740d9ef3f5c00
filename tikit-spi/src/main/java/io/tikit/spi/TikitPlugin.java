package io.tikit.spi;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * A plugin: one unit that is found, configured, started, stopped and watched as a whole. The engine calls
 * {@link #descriptor()}, then {@link #contribute}, then opens the contributed storage, index and scheduler, then
 * {@link #start()}, then opens channels and notifiers; at the end it closes these, calls {@link #stop()} and closes the
 * others. Each engine makes its own instance by the service loader; an instance given to a builder serves that engine
 * only. Called by one thread at a time, and bounded in time: a call that does not come back is interrupted and counts as
 * failed.
 *
 * <p>A plugin is optional unless the host requires it, a required plugin does, or it brings the storage that serves. When
 * an optional plugin fails, the engine runs without it and health says so.
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
     * @param context gives settings and surroundings; may be kept
     */
    void contribute(Contributions to, PluginContext context);

    /**
     * Called when storage, index and scheduler are open; desks and the store can be used. Returns soon: what goes on for
     * long runs on {@link PluginContext#executor()}.
     *
     * @throws Exception if the plugin cannot work; ends the start of the engine if the plugin is required, and else
     *     leaves the plugin out until the next start
     */
    default void start() throws Exception {}

    /**
     * Called before the parts are closed, also after a failed start. May be called twice.
     *
     * @throws Exception if something could not be ended; logged
     */
    default void stop() throws Exception {}
}
