package io.tikit.tck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.spi.report.Cell;
import io.tikit.spi.report.RendererCapability;
import io.tikit.spi.report.ReportRenderer;
import io.tikit.spi.report.ReportTable;
import io.tikit.tck.Expect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All that a report renderer must keep. A test class implements this and gives the fixture, see
 * {@link ReportRendererFixture}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface ReportRendererContract extends ReportRendererFixture {
    /** What a renderer can do and what it writes is known before its opening and does not change. */
    @Test
    default void capabilitiesAreSteady() {
        try (ReportRenderer renderer = renderer()) {
            Set<RendererCapability> capabilities = renderer.capabilities();
            renderer.open();
            assertThat(renderer.capabilities()).isEqualTo(capabilities);
            assertThat(renderer.mediaType()).matches("[a-z0-9.+-]+/[a-z0-9.+-]+(;.*)?");
            assertThat(renderer.extension()).matches("[a-z0-9]+");
        }
    }

    /**
     * Values of each type come back, in the zone of the report.
     *
     * @throws IOException if the file cannot be read
     */
    @Test
    default void valuesComeBack() throws IOException {
        List<Cell> row = List.of(
                new Cell.Text("VPN"),
                new Cell.Decimal(new BigDecimal("-12345678.50")),
                new Cell.Moment(Instant.parse("2026-03-01T23:30:00Z")),
                new Cell.Span(Duration.ofMinutes(90)),
                new Cell.Empty());
        List<List<String>> read = rendered(table("Text", "Number", "When", "Length", "None"), List.of(row));
        assertThat(read).hasSize(2);
        assertThat(read.get(0)).containsExactly("Text", "Number", "When", "Length", "None");
        List<String> cells = read.get(1);
        assertThat(cells.get(0)).isEqualTo("VPN");
        assertThat(new BigDecimal(cells.get(1))).isEqualByComparingTo("-12345678.50");
        assertThat(cells.get(2)).startsWith("2026-03-02T08:30");
        assertThat(Duration.parse(cells.get(3))).isEqualTo(Duration.ofMinutes(90));
        assertThat(cells.get(4)).isEmpty();
    }

    /**
     * Texts of any script, with quotes, separators, lines and markup, stay in their cells.
     *
     * @throws IOException if the file cannot be read
     */
    @Test
    default void textsComeBackAsTheyWere() throws IOException {
        List<String> texts = List.of(
                "a,b;c\td",
                "say \"hi\", 'you'",
                "line one\nline two",
                "<b>&amp;</b>",
                "\u00e4\u00df \u0130\u0131",
                "\u0645\u0631\u062d\u0628\u0627",
                "\ud83d\ude00",
                " blanks ",
                "x".repeat(5_000));
        List<List<Cell>> rows = texts.stream()
                .map(text -> List.<Cell>of(new Cell.Text(text), new Cell.Text("next")))
                .toList();
        List<List<String>> read = rendered(table("Text", "Next"), rows);
        assertThat(read).hasSize(texts.size() + 1);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(read.get(i + 1)).containsExactly(texts.get(i), "next");
        }
    }

    /**
     * No text becomes a formula, neither in a cell nor in a label.
     *
     * @throws IOException if the file cannot be read
     */
    @Test
    default void textsAreNoFormulas() throws IOException {
        List<String> texts = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=HYPERLINK(\"x\")");
        String prefix = renderer().capabilities().contains(RendererCapability.TYPED) ? "" : "'";
        List<List<Cell>> rows =
                texts.stream().map(text -> List.<Cell>of(new Cell.Text(text))).toList();
        List<List<String>> read = rendered(table("=2+2"), rows);
        assertThat(read.get(0)).containsExactly(prefix + "=2+2");
        for (int i = 0; i < texts.size(); i++) {
            assertThat(read.get(i + 1)).containsExactly(prefix + texts.get(i));
        }
    }

    /**
     * A table without rows has its labels.
     *
     * @throws IOException if the file cannot be read
     */
    @Test
    default void emptyTableHasLabels() throws IOException {
        assertThat(rendered(table("A", "B"), List.of())).containsExactly(List.of("A", "B"));
    }

    /**
     * The stream is flushed and left open for its owner.
     *
     * @throws IOException if the renderer fails
     */
    @Test
    default void streamIsFlushedAndLeftOpen() throws IOException {
        AtomicInteger closed = new AtomicInteger();
        AtomicInteger unflushed = new AtomicInteger();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int value) {
                unflushed.incrementAndGet();
            }

            @Override
            public void flush() {
                unflushed.set(0);
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        try (ReportRenderer renderer = opened()) {
            renderer.render(table("A"), rows(3), out);
            assertThat(unflushed.get()).as("bytes not flushed").isZero();
            assertThat(closed.get()).as("closings").isZero();
        }
    }

    /** When the stream fails, its failure comes through and no more rows are taken than are at hand. */
    @Test
    default void failureOfTheStreamComesThrough() {
        AtomicInteger taken = new AtomicInteger();
        Iterator<List<Cell>> rows = counted(9_000, taken);
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("the disk is full");
            }
        };
        try (ReportRenderer renderer = opened()) {
            assertThatThrownBy(() -> renderer.render(table("A"), rows, broken))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the disk is full");
            if (renderer.capabilities().contains(RendererCapability.STREAMING)) {
                assertThat(taken.get()).isLessThan(9_000);
            }
        }
    }

    /**
     * Rows are written while they come.
     *
     * @throws IOException if the renderer fails
     */
    @Test
    default void rowsAreStreamed() throws IOException {
        try (ReportRenderer renderer = opened()) {
            Expect.declared(renderer.capabilities(), RendererCapability.STREAMING);
            AtomicInteger taken = new AtomicInteger();
            AtomicInteger atFirstByte = new AtomicInteger(-1);
            OutputStream out = new OutputStream() {
                @Override
                public void write(int value) {
                    atFirstByte.compareAndSet(-1, taken.get());
                }
            };
            int many = 3 * ReportRenderer.MOST_ROWS_IN_MEMORY;
            renderer.render(table("A"), counted(many, taken), out);
            assertThat(taken.get()).isEqualTo(many);
            assertThat(atFirstByte.get()).isLessThan(ReportRenderer.MOST_ROWS_IN_MEMORY);
        }
    }

    /** A renderer that keeps rows in memory takes a bounded number of them, and says so before it writes. */
    @Test
    default void tooManyRowsAreRefusedUnlessStreamed() {
        try (ReportRenderer renderer = opened()) {
            Expect.undeclared(renderer.capabilities(), RendererCapability.STREAMING);
            AtomicInteger taken = new AtomicInteger();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Iterator<List<Cell>> rows = counted(3 * ReportRenderer.MOST_ROWS_IN_MEMORY, taken);
            Expect.failure(ErrorCode.LIMIT_REACHED, () -> renderer.render(table("A"), rows, out));
            assertThat(taken.get()).isLessThan(2 * ReportRenderer.MOST_ROWS_IN_MEMORY);
            assertThat(out.size()).isZero();
        }
    }

    private List<List<String>> rendered(ReportTable table, List<List<Cell>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReportRenderer renderer = opened()) {
            renderer.render(table, rows.iterator(), out);
        }
        return read(out.toByteArray());
    }

    private ReportRenderer opened() {
        ReportRenderer renderer = renderer();
        renderer.open();
        return renderer;
    }

    private static ReportTable table(String... columns) {
        return new ReportTable("Tickets & more", List.of(columns), Locale.GERMAN, ZoneId.of("Asia/Tokyo"));
    }

    private static Iterator<List<Cell>> rows(int count) {
        return counted(count, new AtomicInteger());
    }

    private static Iterator<List<Cell>> counted(int count, AtomicInteger taken) {
        Stream<List<Cell>> rows = IntStream.range(0, count).mapToObj(i -> {
            taken.incrementAndGet();
            return List.of(new Cell.Text("row " + i));
        });
        return rows.iterator();
    }
}
