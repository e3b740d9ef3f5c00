package io.tikit.core;

import io.tikit.api.Tikit;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.core.engine.EngineFactory;
import io.tikit.core.engine.EngineOptions;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.message.MessageBundle;
import io.tikit.spi.transaction.HostTransaction;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/**
 * Where an engine begins.
 *
 * <pre>{@code
 * try (Tikit tikit = TikitEngine.builder().home(Path.of("desk-data")).build()) { ... }
 * }</pre>
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class TikitEngine {
    private TikitEngine() {}

    /**
     * Starts to describe an engine.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Describes an engine. Not safe for use by several threads; may build several engines. */
    public static final class Builder {
        private Optional<Path> home = Optional.empty();
        private Optional<DataSource> dataSource = Optional.empty();
        private Optional<HostTransaction> hostTransaction = Optional.empty();
        private Optional<Executor> executor = Optional.empty();
        private Optional<ClassLoader> classLoader = Optional.empty();
        private InstantSource clock = InstantSource.system();
        private boolean discoverPlugins = true;
        private final List<TikitPlugin> plugins = new ArrayList<>();
        private final List<MessageBundle> messages = new ArrayList<>();
        private final Set<String> required = new LinkedHashSet<>();
        private final Map<String, String> settings = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Gives the engine a folder of its own. It is made if it is not there, and used by one engine at a time.
         *
         * @param folder the folder
         * @return this
         */
        public Builder home(Path folder) {
            home = Optional.of(folder);
            return this;
        }

        /**
         * Gives the engine the host's own data source, on which its tables are kept.
         *
         * @param source the data source
         * @return this
         */
        public Builder dataSource(DataSource source) {
            dataSource = Optional.of(source);
            return this;
        }

        /**
         * Lets commands join the host's transactions; needs the host's data source.
         *
         * @param bridge the bridge to the host's transactions
         * @return this
         */
        public Builder hostTransaction(HostTransaction bridge) {
            hostTransaction = Optional.of(bridge);
            return this;
        }

        /**
         * Adds a plugin. It wins over a discovered one of the same id.
         *
         * @param plugin the plugin, not used by another engine
         * @return this
         */
        public Builder plugin(TikitPlugin plugin) {
            plugins.add(Objects.requireNonNull(plugin, "plugin"));
            return this;
        }

        /**
         * Says that the engine must not start without a plugin. Without this, a plugin that fails is left out, and health
         * says so.
         *
         * @param id the id of the plugin
         * @return this
         */
        public Builder require(String id) {
            required.add(Objects.requireNonNull(id, "id"));
            return this;
        }

        /**
         * Says whether plugins are also found by the service loader; they are by default.
         *
         * @param value whether to look for plugins
         * @return this
         */
        public Builder discoverPlugins(boolean value) {
            discoverPlugins = value;
            return this;
        }

        /**
         * Gives texts of the host's own, which win over those of the engine and of plugins and over those given before.
         *
         * @param bundle the texts
         * @return this
         */
        public Builder messages(MessageBundle bundle) {
            messages.add(Objects.requireNonNull(bundle, "bundle"));
            return this;
        }

        /**
         * Sets something by its full name.
         *
         * @param name the name, such as {@code work.attempts} or {@code jpa.url}
         * @param value the value as text
         * @return this
         */
        public Builder setting(String name, String value) {
            settings.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Sets several things by their full names.
         *
         * @param values values as text by name
         * @return this
         */
        public Builder settings(Map<String, String> values) {
            values.forEach(this::setting);
            return this;
        }

        /**
         * Gives the engine its source of time, cut to milliseconds; the system's by default.
         *
         * @param source the source of time
         * @return this
         */
        public Builder clock(InstantSource source) {
            clock = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Gives the engine the threads on which consumers and interceptors do their work; threads of its own by default. The host ends
         * the executor after the engine is closed.
         *
         * @param work runs tasks on other threads; a task may take as long as {@code work.timeout}
         * @return this
         */
        public Builder executor(Executor work) {
            executor = Optional.of(work);
            return this;
        }

        /**
         * Gives the loader in which plugins are looked for; the thread's context loader by default.
         *
         * @param loader the class loader
         * @return this
         */
        public Builder classLoader(ClassLoader loader) {
            classLoader = Optional.of(loader);
            return this;
        }

        /**
         * Builds and starts the engine.
         *
         * @return the running engine, to be closed by the host
         * @throws io.tikit.api.error.InvalidException with code INVALID_CONFIGURATION and everything that is wrong with
         *     settings and plugins, or with every required plugin that does not start
         * @throws io.tikit.api.error.ConflictException with code HOME_IN_USE if another engine uses the folder
         * @throws io.tikit.api.error.UnavailableException if storage cannot be opened
         */
        public Tikit build() {
            return EngineFactory.build(new EngineOptions(
                    home,
                    dataSource,
                    hostTransaction,
                    executor,
                    classLoader,
                    clock,
                    discoverPlugins,
                    List.copyOf(plugins),
                    List.copyOf(messages),
                    Set.copyOf(required),
                    Map.copyOf(settings)));
        }

        /** Names what was given without the values of settings, any of which may be secret. */
        @Override
        public String toString() {
            return "engine at " + home.map(Path::toString).orElse("no home") + " with settings " + settings.keySet();
        }
    }
}
