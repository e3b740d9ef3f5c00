package io.tikit.tck;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.Setting;
import io.tikit.spi.transaction.HostTransaction;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of a plugin under test: what an engine would give, filled by the test. Each method that changes
 * something returns a copy.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class TestPluginContext implements PluginContext {
    private final PluginDescriptor descriptor;
    private final InstantSource clock;
    private final Map<String, String> settings;
    private final @Nullable Path home;
    private final @Nullable DataSource dataSource;
    private final @Nullable HostTransaction hostTransaction;

    private TestPluginContext(
            PluginDescriptor descriptor,
            InstantSource clock,
            Map<String, String> settings,
            @Nullable Path home,
            @Nullable DataSource dataSource,
            @Nullable HostTransaction hostTransaction) {
        this.descriptor = descriptor;
        this.clock = clock;
        this.settings = Map.copyOf(settings);
        this.home = home;
        this.dataSource = dataSource;
        this.hostTransaction = hostTransaction;
    }

    /**
     * Surroundings without a home, a data source, transactions or settings.
     *
     * @param descriptor of the plugin
     * @param clock the source of time
     * @return the context
     */
    public static TestPluginContext of(PluginDescriptor descriptor, InstantSource clock) {
        return new TestPluginContext(descriptor, clock, Map.of(), null, null, null);
    }

    /**
     * With a home.
     *
     * @param folder an existing folder
     * @return a copy
     */
    public TestPluginContext withHome(Path folder) {
        return new TestPluginContext(descriptor, clock, settings, folder, dataSource, hostTransaction);
    }

    /**
     * With a data source.
     *
     * @param source the host's data source
     * @return a copy
     */
    public TestPluginContext withDataSource(DataSource source) {
        return new TestPluginContext(descriptor, clock, settings, home, source, hostTransaction);
    }

    /**
     * With transactions of the host.
     *
     * @param bridge the host's transactions
     * @return a copy
     */
    public TestPluginContext withHostTransaction(HostTransaction bridge) {
        return new TestPluginContext(descriptor, clock, settings, home, dataSource, bridge);
    }

    /**
     * With a setting.
     *
     * @param name its name, without the id of the plugin
     * @param text its value as a host writes it
     * @return a copy
     */
    public TestPluginContext withSetting(String name, String text) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, text);
        return new TestPluginContext(descriptor, clock, more, home, dataSource, hostTransaction);
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
}
