package io.tikit.spi;

import io.tikit.api.Desk;
import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.transaction.HostTransaction;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/**
 * What a plugin may use of its surroundings. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface PluginContext {
    /**
     * The value of a setting of this plugin, read and checked before the plugin is asked to contribute.
     *
     * @param setting one of the plugin's own settings
     * @param <T> the type of its values
     * @return the value set, else the fallback, else empty
     * @throws IllegalArgumentException if the setting is not in the plugin's descriptor
     */
    <T> Optional<T> setting(Setting<T> setting);

    /**
     * The engine's home folder. It exists and belongs to this engine alone.
     *
     * @return the folder; empty when the host gave none
     */
    Optional<Path> home();

    /**
     * The plugin's own folder in the home, {@code plugins/} and its id. It is made when this is called; not before
     * {@link TikitPlugin#start()} or the opening of a part.
     *
     * @return the folder; empty when the host gave no home
     * @throws io.tikit.api.error.UnavailableException if the folder cannot be made
     */
    Optional<Path> folder();

    /**
     * The host's own data source. Connections come with auto-commit on, or are switched and restored by the user.
     *
     * @return the data source; empty when the host gave none
     */
    Optional<DataSource> dataSource();

    /**
     * The host's transactions, which commands join.
     *
     * @return the bridge; empty when the host gave none
     */
    Optional<HostTransaction> hostTransaction();

    /**
     * The one source of time, cut to milliseconds.
     *
     * @return the clock
     */
    InstantSource clock();

    /**
     * Threads of the engine for this plugin: as many as the engine's setting {@code plugin.threads} says, made when they
     * are needed, named after the plugin, and interrupted when the engine closes. A task that waits for long takes one
     * of them for as long.
     *
     * @return runs tasks on other threads; throws {@link java.util.concurrent.RejectedExecutionException} when 1,000 wait
     *     already or the engine is closed
     */
    Executor executor();

    /**
     * The desk of a tenant, on which the plugin acts in its own name, as {@link io.tikit.api.Actor.Engine} with its id,
     * and may do everything. Commands that should be done once need a key of their own. In a consumer use
     * {@link io.tikit.spi.work.Work#desk()} instead, whose commands carry their cause.
     *
     * @param tenant which desk; that it exists is checked on first use
     * @return the desk
     * @throws IllegalStateException if the engine has not opened its storage yet, as while plugins contribute
     */
    Desk desk(TenantId tenant);

    /**
     * What this plugin keeps in a tenant.
     *
     * @param tenant which desk; that it exists is checked on first use
     * @return the plugin's own values, which nobody else reaches
     * @throws IllegalStateException if the engine has not opened its storage yet, as while plugins contribute
     */
    PluginStore store(TenantId tenant);
}
