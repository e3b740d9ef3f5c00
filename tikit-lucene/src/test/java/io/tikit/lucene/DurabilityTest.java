package io.tikit.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tikit.api.TenantId;
import io.tikit.api.condition.Condition;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.search.SearchIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What survives closing, crashing and damage. */
class DurabilityTest {
    @TempDir
    Path folder;

    private SearchIndex index(int openTenants) {
        SearchIndex index = new LuceneSearchIndex(new IndexHome(Optional.of(folder)), 16, openTenants);
        index.open();
        return index;
    }

    private Desk desk() {
        return new Desk(index(4), Desk.ACME);
    }

    private Path tenant() {
        return folder.resolve("acme");
    }

    @Test
    void closingMakesEverythingDurable() {
        try (SearchIndex index = index(4)) {
            assertThat(index.position(Desk.ACME)).isZero();
            index.apply(Desk.ACME, new IndexBatch(7, List.of(Desk.ticket(1, "Printer")), List.of()));
            assertThat(index.position(Desk.ACME)).as("not yet durable").isZero();
        }
        Desk desk = desk();
        try (desk.index) {
            assertThat(desk.index.position(Desk.ACME)).isEqualTo(7);
            assertThat(desk.found("printer")).containsExactly(1L);
        }
    }

    @Test
    void aCrashLeavesTheLastFlush() throws IOException {
        Desk desk = desk();
        try (desk.index) {
            desk.add(Desk.ticket(1, "Printer"));
            desk.index.flush(Desk.ACME);
            desk.add(Desk.ticket(2, "Scanner"));
            desk.found("scanner");
            // What a killed process leaves: the files as they are, without a close.
            Path copy = folder.resolve("after").resolve("acme");
            Files.createDirectories(copy);
            try (Stream<Path> files = Files.list(tenant())) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        Desk after =
                new Desk(new LuceneSearchIndex(new IndexHome(Optional.of(folder.resolve("after"))), 16, 4), Desk.ACME);
        try (after.index) {
            assertThat(after.index.position(Desk.ACME)).isEqualTo(1);
            assertThat(after.where(Condition.always())).containsExactly(1L);
        }
    }

    @Test
    void aPositionWithoutDocumentsIsDurableToo() {
        try (SearchIndex index = index(4)) {
            index.apply(Desk.ACME, new IndexBatch(99, List.of(), List.of()));
            index.flush(Desk.ACME);
            assertThat(index.position(Desk.ACME)).isEqualTo(99);
        }
        try (SearchIndex index = index(4)) {
            assertThat(index.position(Desk.ACME)).isEqualTo(99);
        }
    }

    @Test
    void erasingEmpties() {
        Desk desk = desk();
        try (desk.index) {
            desk.add(Desk.ticket(1, "Printer"));
            desk.write(1, EntryKind.REPLY, "toner");
            desk.index.flush(Desk.ACME);
            desk.index.erase(Desk.ACME);
            assertThat(desk.index.position(Desk.ACME)).isZero();
            assertThat(desk.found("printer")).isEmpty();
            desk.add(Desk.ticket(1, "Scanner"));
            assertThat(desk.found("toner")).isEmpty();
            assertThat(desk.found("scanner")).containsExactly(1L);
        }
    }

    @Test
    void aDamagedIndexSaysSoUntilItIsErased() throws IOException {
        Desk desk = desk();
        desk.add(Desk.ticket(1, "Printer"));
        desk.index.close();
        try (Stream<Path> files = Files.list(tenant())) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
        Desk again = desk();
        try (again.index) {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> again.found("printer"))
                    .withMessageContaining("rebuild")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INDEX_UNAVAILABLE));
            assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> again.index.position(Desk.ACME));
            again.index.erase(Desk.ACME);
            assertThat(again.index.position(Desk.ACME)).isZero();
            again.add(Desk.ticket(1, "Scanner"));
            assertThat(again.found("scanner")).containsExactly(1L);
        }
    }

    @Test
    void missingFilesSaySo() throws IOException {
        Desk desk = desk();
        desk.add(Desk.ticket(1, "Printer"));
        desk.index.close();
        try (Stream<Path> files = Files.list(tenant())) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("_"))
                    .toList()) {
                Files.delete(file);
            }
        }
        Desk again = desk();
        try (again.index) {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> again.found("printer"))
                    .withMessageContaining("rebuild");
            again.index.erase(Desk.ACME);
            assertThat(again.found("printer")).isEmpty();
        }
    }

    @Test
    void anotherFormatIsEmptiedToBeFedAnew() throws IOException {
        Desk desk = desk();
        desk.add(Desk.ticket(1, "Printer"));
        desk.index.close();
        try (Directory directory = FSDirectory.open(tenant());
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(
                    Map.of("tikit.format", "0", "tikit.position", "12").entrySet());
            writer.commit();
        }
        Desk again = desk();
        try (again.index) {
            assertThat(again.index.position(Desk.ACME)).isZero();
            assertThat(again.where(Condition.always())).isEmpty();
        }
    }

    @Test
    void anIndexInUseSaysSo() {
        Desk first = desk();
        Desk second = desk();
        try (first.index;
                second.index) {
            first.add(Desk.ticket(1, "Printer"));
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> second.found("printer"))
                    .withMessageContaining("in use");
        }
    }

    @Test
    void idleIndexesAreClosedDurablyAndOpenAgain() {
        try (SearchIndex index = index(2)) {
            List<Desk> desks = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                desks.add(new Desk(index, TenantId.of("tenant-" + i)));
                desks.get(i).add(Desk.ticket(i + 1, "Printer"));
            }
            for (int i = 0; i < 4; i++) {
                assertThat(index.position(TenantId.of("tenant-" + i)))
                        .as("durable by closing")
                        .isEqualTo(1);
            }
            for (int i = 0; i < 6; i++) {
                assertThat(desks.get(i).found("printer")).containsExactly(i + 1L);
            }
        }
    }

    @Test
    void indexesInMemoryOutliveTheirClosing() {
        try (SearchIndex index = new LuceneSearchIndex(new IndexHome(Optional.empty()), 16, 1)) {
            Desk one = new Desk(index, TenantId.of("one"));
            Desk two = new Desk(index, TenantId.of("two"));
            one.add(Desk.ticket(1, "Printer"));
            two.add(Desk.ticket(2, "Printer"));
            assertThat(one.found("printer")).containsExactly(1L);
            assertThat(two.found("printer")).containsExactly(2L);
        }
    }

    @Test
    void manyThreadsOverFewOpenIndexes() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (SearchIndex index = index(2)) {
            List<Callable<List<Long>>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Desk desk = new Desk(index, TenantId.of("tenant-" + i));
                work.add(() -> {
                    for (long n = 1; n <= 8; n++) {
                        desk.add(Desk.ticket(n, "Printer"));
                        assertThat(desk.found("printer")).hasSize((int) n);
                    }
                    return desk.where(Condition.always());
                });
            }
            for (Future<List<Long>> done : threads.invokeAll(work, 60, TimeUnit.SECONDS)) {
                assertThat(done.get()).hasSize(8);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
