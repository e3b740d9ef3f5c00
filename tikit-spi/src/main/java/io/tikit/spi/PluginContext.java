package io.tikit.spi;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.transaction.HostTransaction;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
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
}
