package io.tikit.tck;

import io.tikit.api.Desk;
import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.PluginStore;
import io.tikit.spi.Setting;
import io.tikit.spi.transaction.HostTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of a plugin under test: what an engine would give, filled by the test. Each method that changes
 * something returns a copy. Tasks run on new daemon threads, and stores are kept in memory and shared by the copies,
 * unless the test says otherwise.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class TestPluginContext implements PluginContext {
    private final PluginDescriptor descriptor;
    private final InstantSource clock;
    private final Map<TenantId, PluginStore> stores;
    private Map<String, String> settings = Map.of();
    private @Nullable Path home;
    private @Nullable DataSource dataSource;
    private @Nullable HostTransaction hostTransaction;
    private @Nullable Function<TenantId, Desk> desks;
    private Executor executor = TestPluginContext::onNewThread;

    private TestPluginContext(PluginDescriptor descriptor, InstantSource clock, Map<TenantId, PluginStore> stores) {
        this.descriptor = descriptor;
        this.clock = clock;
        this.stores = stores;
    }

    /**
     * Surroundings without a home, a data source, transactions, desks or settings.
     *
     * @param descriptor of the plugin
     * @param clock the source of time
     * @return the context
     */
    public static TestPluginContext of(PluginDescriptor descriptor, InstantSource clock) {
        return new TestPluginContext(descriptor, clock, new ConcurrentHashMap<>());
    }

    private static void onNewThread(Runnable task) {
        Thread thread = new Thread(task, "test-plugin");
        thread.setDaemon(true);
        thread.start();
    }

    private TestPluginContext copy() {
        TestPluginContext copy = new TestPluginContext(descriptor, clock, stores);
        copy.settings = settings;
        copy.home = home;
        copy.dataSource = dataSource;
        copy.hostTransaction = hostTransaction;
        copy.desks = desks;
        copy.executor = executor;
        return copy;
    }

    /**
     * With a home.
     *
     * @param folder an existing folder
     * @return a copy
     */
    public TestPluginContext withHome(Path folder) {
        TestPluginContext copy = copy();
        copy.home = folder;
        return copy;
    }

    /**
     * With a data source.
     *
     * @param source the host's data source
     * @return a copy
     */
    public TestPluginContext withDataSource(DataSource source) {
        TestPluginContext copy = copy();
        copy.dataSource = source;
        return copy;
    }

    /**
     * With transactions of the host.
     *
     * @param bridge the host's transactions
     * @return a copy
     */
    public TestPluginContext withHostTransaction(HostTransaction bridge) {
        TestPluginContext copy = copy();
        copy.hostTransaction = bridge;
        return copy;
    }

    /**
     * With desks.
     *
     * @param source gives the desk of a tenant
     * @return a copy
     */
    public TestPluginContext withDesks(Function<TenantId, Desk> source) {
        TestPluginContext copy = copy();
        copy.desks = source;
        return copy;
    }

    /**
     * With threads.
     *
     * @param threads run the plugin's tasks
     * @return a copy
     */
    public TestPluginContext withExecutor(Executor threads) {
        TestPluginContext copy = copy();
        copy.executor = threads;
        return copy;
    }

    /**
     * With a setting.
     *
     * @param name its name, without the id of the plugin
     * @param text its value as a host writes it
     * @return a copy
     */
    public TestPluginContext withSetting(String name, String text) {
        TestPluginContext copy = copy();
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, text);
        copy.settings = Map.copyOf(more);
        return copy;
    }

    @Override
    public <T> Optional<T> setting(Setting<T> setting) {
        if (descriptor.settings().stream().noneMatch(known -> known.name().equals(setting.name()))) {
            throw new IllegalArgumentException(
                    "the plugin " + descriptor.id() + " does not describe a setting " + setting.name());
        }
        String text = settings.get(setting.name());
        return text == null ? setting.fallback() : Optional.of(setting.parser().apply(text));
    }

    @Override
    public Optional<Path> home() {
        return Optional.ofNullable(home);
    }

    @Override
    public Optional<Path> folder() {
        return home().map(folder -> {
            try {
                return Files.createDirectories(folder.resolve("plugins").resolve(descriptor.id()));
            } catch (IOException e) {
                throw new UncheckedIOException("the folder of the plugin could not be made", e);
            }
        });
    }

    @Override
    public Optional<DataSource> dataSource() {
        return Optional.ofNullable(dataSource);
    }

    @Override
    public Optional<HostTransaction> hostTransaction() {
        return Optional.ofNullable(hostTransaction);
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public Executor executor() {
        return executor;
    }

    @Override
    public Desk desk(TenantId tenant) {
        if (desks == null) {
            throw new IllegalStateException("this test gives no desks; give some by withDesks");
        }
        return desks.apply(tenant);
    }

    @Override
    public PluginStore store(TenantId tenant) {
        return stores.computeIfAbsent(tenant, t -> new MemoryPluginStore());
    }
}
