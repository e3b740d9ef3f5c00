package io.tikit.lucene;

import io.tikit.lucene.classification.LuceneClassifier;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.Setting;
import io.tikit.spi.TikitPlugin;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Contributes the search index and the classifier on Lucene, both under the name {@code lucene}. Settings:
 *
 * <ul>
 *   <li>{@code lucene.path}: the folder that holds a folder per tenant; by default {@code index} in the engine's home.
 *       Without either the indexes are kept in memory and fed anew at each start.
 *   <li>{@code lucene.ram-mb}: how many megabytes of changes an index collects before it writes them; 16 by default.
 *   <li>{@code lucene.open-tenants}: how many indexes are open at a time; 64 by default. Beyond that the ones unused for
 *       longest are closed, and opened again when they are needed.
 *   <li>{@code lucene.classifier-path}: the folder that holds what each tenant taught the classifier; by default
 *       {@code classifier} in the engine's home. Without either it is kept in memory and taught anew at each start.
 *   <li>{@code lucene.classifier-tickets}: of how many tickets of a tenant the classifier learns; 50,000 by default. Beyond
 *       that the oldest are dropped.
 * </ul>
 *
 * @since 0.1
 */
public final class LucenePlugin implements TikitPlugin {
    private static final Setting<Path> PATH = Setting.path("path");
    private static final Setting<Integer> RAM = Setting.number("ram-mb", 16, 1, 1024);
    private static final Setting<Integer> OPEN = Setting.number("open-tenants", 64, 1, 10_000);
    private static final Setting<Path> CLASSIFIER_PATH = Setting.path("classifier-path");
    private static final Setting<Integer> CLASSIFIER_TICKETS =
            Setting.number("classifier-tickets", 50_000, 100, 1_000_000);
    private static final int TENANTS_IN_MEMORY = 32;

    /** For the service loader and for hosts that name their plugins. */
    public LucenePlugin() {}

    @Override
    public PluginDescriptor descriptor() {
        return PluginDescriptor.of("lucene", "0.1", PATH, RAM, OPEN, CLASSIFIER_PATH, CLASSIFIER_TICKETS);
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
        Optional<Path> taught =
                context.setting(CLASSIFIER_PATH).or(() -> context.home().map(home -> home.resolve("classifier")));
        IndexHome lessons = new IndexHome(taught);
        to.add(
                ExtensionPoint.CLASSIFIER,
                "lucene",
                new LuceneClassifier(
                        lessons::open,
                        taught.isPresent(),
                        new TextAnalyzer(),
                        context.setting(CLASSIFIER_TICKETS).orElseThrow(),
                        TENANTS_IN_MEMORY));
    }
}
