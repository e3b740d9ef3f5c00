package io.tikit.jpa;

import io.tikit.api.Desk;
import io.tikit.api.TenantId;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginStore;
import io.tikit.spi.Setting;
import io.tikit.spi.transaction.HostTransaction;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/** Surroundings of the plugin, given part by part. */
record TestContext(
        Map<String, String> settings,
        Optional<Path> home,
        Optional<DataSource> dataSource,
        Optional<HostTransaction> hostTransaction)
        implements PluginContext {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    static TestContext inMemory() {
        return new TestContext(Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static TestContext inFolder(Path home) {
        return new TestContext(Map.of(), Optional.of(home), Optional.empty(), Optional.empty());
    }

    static TestContext on(DataSource dataSource) {
        return new TestContext(Map.of(), Optional.empty(), Optional.of(dataSource), Optional.empty());
    }

    TestContext with(Map<String, String> newSettings) {
        return new TestContext(newSettings, home, dataSource, hostTransaction);
    }

    TestContext joining(HostTransaction transaction) {
        return new TestContext(settings, home, dataSource, Optional.of(transaction));
    }

    @Override
    public <T> Optional<T> setting(Setting<T> setting) {
        String text = settings.get(setting.name());
        return text == null ? setting.fallback() : Optional.of(setting.parser().apply(text));
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    @Override
    public Optional<Path> folder() {
        return home;
    }

    @Override
    public Executor executor() {
        return Runnable::run;
    }

    @Override
    public Desk desk(TenantId tenant) {
        throw new IllegalStateException("storage has no desk");
    }

    @Override
    public PluginStore store(TenantId tenant) {
        throw new IllegalStateException("storage has no store");
    }
}
