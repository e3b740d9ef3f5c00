package io.tikit.lucene;

import io.tikit.spi.search.SearchIndex;
import io.tikit.tck.search.SearchIndexContract;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on indexes in folders, of which only few are open at a time. */
class LuceneContractTest implements SearchIndexContract {
    private static final AtomicInteger HOMES = new AtomicInteger();

    @TempDir
    static Path homes;

    private static SearchIndex shared;

    @BeforeAll
    static void open() {
        shared = in(homes.resolve("shared"));
        shared.open();
    }

    @AfterAll
    static void close() {
        shared.close();
    }

    private static SearchIndex in(Path home) {
        return new LuceneSearchIndex(new IndexHome(Optional.of(home)), 16, 2);
    }

    @Override
    public SearchIndex index() {
        return shared;
    }

    @Override
    public Supplier<SearchIndex> emptyData() {
        Path home = homes.resolve("own-" + HOMES.incrementAndGet());
        return () -> in(home);
    }

    @Override
    public Optional<Outage> outage() {
        AtomicBoolean full = new AtomicBoolean();
        IndexHome home = new IndexHome(Optional.of(homes.resolve("full-" + HOMES.incrementAndGet())));
        return Optional.of(new Outage(
                new LuceneSearchIndex(home, 16, 2, directory -> new FullAtTimes(directory, full)), full::set));
    }
}
