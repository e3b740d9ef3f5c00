package io.tikit.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.search.SearchIndex;
import io.tikit.tck.TestPluginContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        new LucenePlugin().contribute(new Collected(parts), surroundings().withHome(home));
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
        new LucenePlugin().contribute(new Collected(parts), surroundings());
        try (SearchIndex index = (SearchIndex) parts.get(0)) {
            index.open();
            Desk desk = new Desk(index, Desk.ACME);
            desk.add(Desk.ticket(1, "Printer"));
            assertThat(desk.found("printer")).containsExactly(1L);
        }
    }

    private static TestPluginContext surroundings() {
        return TestPluginContext.of(new LucenePlugin().descriptor(), () -> Desk.MORNING);
    }

    private record Collected(List<Object> parts) implements Contributions {
        @Override
        public <S> void add(ExtensionPoint<S> point, String name, S part) {
            assertThat(point).isIn(ExtensionPoint.SEARCH_INDEX, ExtensionPoint.CLASSIFIER);
            assertThat(name).isEqualTo("lucene");
            parts.add(part);
        }
    }
}
