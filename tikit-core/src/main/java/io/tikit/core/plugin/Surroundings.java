package io.tikit.core.plugin;

import io.tikit.api.Desk;
import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Time;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginStore;
import io.tikit.spi.Setting;
import io.tikit.spi.transaction.HostTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What plugins may use of an engine. Desks and stores are there when the engine is put together. */
public final class Surroundings {
    private final Optional<Path> home;
    private final Optional<DataSource> dataSource;
    private final Optional<HostTransaction> hostTransaction;
    private final Time time;

    private record Doors(PluginDesks desks, Reader reader) {}

    private volatile @Nullable Doors doors;

    public Surroundings(
            Optional<Path> home,
            Optional<DataSource> dataSource,
            Optional<HostTransaction> hostTransaction,
            Time time) {
        this.home = home;
        this.dataSource = dataSource;
        this.hostTransaction = hostTransaction;
        this.time = time;
    }

    /** From now on plugins can use desks and stores. */
    public void open(PluginDesks desks, Reader reader) {
        doors = new Doors(desks, reader);
    }

    PluginContext of(String plugin, Map<Setting<?>, Object> values, Executor executor) {
        return new Context(plugin, values, executor);
    }

    private final class Context implements PluginContext {
        private final String plugin;
        private final Map<Setting<?>, Object> values;
        private final Executor executor;

        Context(String plugin, Map<Setting<?>, Object> values, Executor executor) {
            this.plugin = plugin;
            this.values = values;
            this.executor = executor;
        }

        @Override
        public <T> Optional<T> setting(Setting<T> setting) {
            if (!values.containsKey(setting) && setting.fallback().isPresent()) {
                throw new IllegalArgumentException(setting.name() + " is not among the settings of this plugin");
            }
            return Optional.ofNullable(values.get(setting))
                    .map(value -> setting.type().cast(value));
        }

        @Override
        public Optional<Path> home() {
            return home;
        }

        @Override
        public Optional<Path> folder() {
            return home.map(folder -> {
                try {
                    return Files.createDirectories(folder.resolve("plugins").resolve(plugin));
                } catch (IOException e) {
                    throw new UnavailableException(
                            ErrorCode.STORAGE_UNAVAILABLE, "the folder of plugin " + plugin + " cannot be made", e);
                }
            });
        }

        @Override
        public Optional<DataSource> dataSource() {
            return dataSource;
        }

        @Override
        public Optional<HostTransaction> hostTransaction() {
            return hostTransaction;
        }

        @Override
        public InstantSource clock() {
            return time;
        }

        @Override
        public Executor executor() {
            return executor;
        }

        @Override
        public Desk desk(TenantId tenant) {
            return doors().desks().ofPlugin(tenant, plugin);
        }

        @Override
        public PluginStore store(TenantId tenant) {
            return new RowStore(plugin, tenant, desk(tenant), doors().reader());
        }

        private Doors doors() {
            Doors open = doors;
            if (open == null) {
                throw new IllegalStateException(
                        "plugin " + plugin + " asks for a desk or store before the engine has opened its storage;"
                                + " ask in start() or later");
            }
            return open;
        }
    }
}
