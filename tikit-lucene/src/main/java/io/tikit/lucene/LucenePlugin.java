package io.tikit.lucene;

import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.Setting;
import io.tikit.spi.TikitPlugin;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Contributes the search index on Lucene, under the name {@code lucene}. Settings:
 *
 * <ul>
 *   <li>{@code lucene.path}: the folder that holds a folder per tenant; by default {@code index} in the engine's home.
 *       Without either the indexes are kept in memory and fed anew at each start.
 *   <li>{@code lucene.ram-mb}: how many megabytes of changes an index collects before it writes them; 16 by default.
 *   <li>{@code lucene.open-tenants}: how many indexes are open at a time; 64 by default. Beyond that the ones unused for
 *       longest are closed, and opened again when they are needed.
 * </ul>
 *
 * @since 0.1
 */
public final class LucenePlugin implements TikitPlugin {
    private static final Setting<Path> PATH = Setting.path("path");
    private static final Setting<Integer> RAM = Setting.number("ram-mb", 16, 1, 1024);
    private static final Setting<Integer> OPEN = Setting.number("open-tenants", 64, 1, 10_000);

    /** For the service loader and for hosts that name their plugins. */
    public LucenePlugin() {}

    @Override
    public PluginDescriptor descriptor() {
        return PluginDescriptor.of("lucene", "0.1", PATH, RAM, OPEN);
    }

    @Override
    public void contribute(Contributions to, PluginContext context) {
        Optional<Path> folder = context.setting(PATH).or(() -> context.home().map(home -> home.resolve("index")));
        to.add(
                ExtensionPoint.SEARCH_INDEX,
                "lucene",
                new LuceneSearchIndex(
                        new IndexHome(folder),
                        context.setting(RAM).orElseThrow(),
                        context.setting(OPEN).orElseThrow()));
    }
}
