package io.tikit.core.engine;

import io.tikit.spi.TikitPlugin;
import io.tikit.spi.message.MessageBundle;
import io.tikit.spi.transaction.HostTransaction;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/**
 * What a host gave to the builder.
 *
 * @param required ids of plugins without which the engine does not start
 * @param settings as text by full name
 */
public record EngineOptions(
        Optional<Path> home,
        Optional<DataSource> dataSource,
        Optional<HostTransaction> hostTransaction,
        Optional<Executor> executor,
        Optional<ClassLoader> classLoader,
        InstantSource clock,
        boolean discoverPlugins,
        List<TikitPlugin> plugins,
        List<MessageBundle> messages,
        Set<String> required,
        Map<String, String> settings) {}
