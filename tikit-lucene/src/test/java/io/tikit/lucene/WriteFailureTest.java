package io.tikit.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tikit.api.error.UnavailableException;
import io.tikit.spi.search.IndexBatch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.search.SearcherFactory;
import org.junit.jupiter.api.Test;

/** A disk that is full for a while. */
class WriteFailureTest {
    private final AtomicBoolean full = new AtomicBoolean();
    private final TenantIndexes indexes = new TenantIndexes(
            new IndexHome(Optional.empty()),
            directory ->
                    TenantIndex.open(new FullAtTimes(directory, full), new TextAnalyzer(), 16, new SearcherFactory()),
            4);

    private void apply(long position) {
        indexes.write(Desk.ACME, index -> {
            index.apply(new IndexBatch(position, List.of(Desk.ticket(position, "Printer")), List.of()));
            return index;
        });
    }

    private void flush() {
        indexes.write(Desk.ACME, index -> {
            index.commit();
            return index;
        });
    }

    private int documents() {
        return indexes.read(
                Desk.ACME,
                index -> index.ask(searcher -> searcher.getIndexReader().numDocs()));
    }

    @Test
    void afterAFailureNothingIsSkipped() {
        apply(1);
        flush();
        apply(2);
        full.set(true);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(this::flush);
        full.set(false);

        assertThat(documents()).as("back at the last commit").isEqualTo(1);
        assertThatExceptionOfType(UnavailableException.class)
                .as("whoever does not know of the loss would skip batch 2")
                .isThrownBy(() -> apply(3))
                .withMessageContaining("position 1");
        assertThat(indexes.position(Desk.ACME)).isEqualTo(1);
        apply(2);
        apply(3);
        flush();
        assertThat(indexes.position(Desk.ACME)).isEqualTo(3);
        assertThat(documents()).isEqualTo(3);
        indexes.close();
    }
}
