package io.tikit.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.Setting;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.transaction.HostTransaction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin as an engine meets it. */
class LucenePluginTest {
    @TempDir
    Path home;

    @Test
    void isFoundOnTheModulePathAndOnTheClassPath() throws IOException {
        assertThat(LucenePlugin.class.getModule().getDescriptor().provides())
                .anySatisfy(service -> assertThat(service.providers()).containsExactly(LucenePlugin.class.getName()));
        try (InputStream services = LucenePlugin.class
                .getModule()
                .getResourceAsStream("META-INF/services/" + TikitPlugin.class.getName())) {
            assertThat(services).hasContent(LucenePlugin.class.getName());
        }
    }

    @Test
    void contributesWithoutTouchingTheDisk() {
        List<Object> parts = new ArrayList<>();
        new LucenePlugin().contribute(new Collected(parts), new Surroundings(Optional.of(home)));
        assertThat(home).isEmptyDirectory();
        try (SearchIndex index = (SearchIndex) parts.get(0)) {
            index.open();
            index.erase(Desk.ACME);
            assertThat(Files.isDirectory(home.resolve("index").resolve("acme"))).isTrue();
        }
    }

    @Test
    void worksInMemoryWithoutAHome() {
        List<Object> parts = new ArrayList<>();
        new LucenePlugin().contribute(new Collected(parts), new Surroundings(Optional.empty()));
        try (SearchIndex index = (SearchIndex) parts.get(0)) {
            index.open();
            Desk desk = new Desk(index, Desk.ACME);
            desk.add(Desk.ticket(1, "Printer"));
            assertThat(desk.found("printer")).containsExactly(1L);
        }
    }

    private record Collected(List<Object> parts) implements Contributions {
        @Override
        public <S> void add(ExtensionPoint<S> point, String name, S part) {
            assertThat(point).isEqualTo(ExtensionPoint.SEARCH_INDEX);
            assertThat(name).isEqualTo("lucene");
            parts.add(part);
        }
    }

    private record Surroundings(Optional<Path> home) implements PluginContext {
        @Override
        public <T> Optional<T> setting(Setting<T> setting) {
            return setting.fallback();
        }

        @Override
        public Optional<DataSource> dataSource() {
            return Optional.empty();
        }

        @Override
        public Optional<HostTransaction> hostTransaction() {
            return Optional.empty();
        }

        @Override
        public InstantSource clock() {
            return () -> Desk.MORNING;
        }
    }
}
