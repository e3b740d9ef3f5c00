package io.tikit.tck.report;

import io.tikit.spi.report.Cell;
import io.tikit.spi.report.RendererCapability;
import io.tikit.spi.report.ReportRenderer;
import io.tikit.spi.report.ReportTable;
import io.tikit.tck.Faults;
import io.tikit.tck.Planted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each planted fault makes the test fail that is there for it. */
class ReportRendererContractCatchesFaultsTest {
    static class Able extends CsvRendererTest.Csv {
        Able() {
            super(EnumSet.allOf(RendererCapability.class));
        }

        @Override
        public ReportRenderer renderer() {
            return Planted.into(ReportRenderer.class, super.renderer());
        }
    }

    static class Bare extends CsvRendererTest.Csv {
        Bare() {
            super(Set.of());
        }

        @Override
        public ReportRenderer renderer() {
            return Planted.into(ReportRenderer.class, super.renderer());
        }
    }

    @Test
    void soundRendererPasses() {
        Planted.passesWithout(Able.class, 8);
        Planted.passesWithout(Bare.class, 8);
    }

    @ParameterizedTest
    @EnumSource
    void faultIsCaught(Fault fault) {
        Planted.isCaught(fault.plant, fault.subject, fault.caughtBy);
    }

    enum Fault {
        CHANGES_ITS_MIND(
                Able.class,
                "capabilitiesAreSteady",
                faults -> faults.after(
                        "ReportRenderer.capabilities",
                        1,
                        () -> faults.lie("ReportRenderer.capabilities", (real, given) -> Set.of()))),
        IGNORES_THE_ZONE(
                Able.class,
                "valuesComeBack",
                rendering((sound, table, rows, out) -> sound.render(
                        new ReportTable(table.title(), table.columns(), table.locale(), ZoneOffset.UTC), rows, out))),
        PUTS_ZERO_FOR_NOTHING(
                Able.class, "valuesComeBack", cells(cell -> cell instanceof Cell.Empty ? new Cell.Text("0") : cell)),
        STRIPS_TEXTS(
                Able.class,
                "textsComeBackAsTheyWere",
                cells(cell -> cell instanceof Cell.Text text
                        ? new Cell.Text(text.value().strip())
                        : cell)),
        ESCAPES_FOR_ANOTHER_FORMAT(
                Able.class,
                "textsComeBackAsTheyWere",
                cells(cell -> cell instanceof Cell.Text text
                        ? new Cell.Text(text.value().replace("&", "&amp;"))
                        : cell)),
        WRITES_FORMULAS(
                Bare.class,
                "textsAreNoFormulas",
                rendering((sound, table, rows, out) ->
                        new CsvRenderer(Set.of(RendererCapability.TYPED)).render(table, rows, out))),
        FORGETS_LABELS(Bare.class, "emptyTableHasLabels", rendering((sound, table, rows, out) -> {
            if (rows.hasNext()) {
                sound.render(table, rows, out);
            }
        })),
        CLOSES_THE_STREAM(Able.class, "streamIsFlushedAndLeftOpen", rendering((sound, table, rows, out) -> {
            sound.render(table, rows, out);
            out.close();
        })),
        FORGETS_TO_FLUSH(Able.class, "streamIsFlushedAndLeftOpen", rendering((sound, table, rows, out) -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            sound.render(table, rows, bytes);
            out.write(bytes.toByteArray());
        })),
        SWALLOWS_FAILURES(Able.class, "failureOfTheStreamComesThrough", rendering((sound, table, rows, out) -> {
            try {
                sound.render(table, rows, out);
            } catch (IOException e) {
                out.flush();
            }
        })),
        KEEPS_ALL_ROWS(Able.class, "rowsAreStreamed", rendering((sound, table, rows, out) -> {
            List<List<Cell>> all = new ArrayList<>();
            rows.forEachRemaining(all::add);
            sound.render(table, all.iterator(), out);
        })),
        TAKES_ANY_NUMBER(
                Bare.class,
                "tooManyRowsAreRefusedUnlessStreamed",
                rendering((sound, table, rows, out) ->
                        new CsvRenderer(EnumSet.allOf(RendererCapability.class)).render(table, rows, out)));

        private final Class<?> subject;
        private final String caughtBy;
        private final Consumer<Faults> plant;

        Fault(Class<?> subject, String caughtBy, Consumer<Faults> plant) {
            this.subject = subject;
            this.caughtBy = caughtBy;
            this.plant = plant;
        }
    }

    private interface Rendering {
        void render(Sound sound, ReportTable table, Iterator<List<Cell>> rows, OutputStream out) throws Throwable;
    }

    private interface Sound {
        void render(ReportTable table, Iterator<List<Cell>> rows, OutputStream out) throws Throwable;
    }

    @SuppressWarnings("unchecked")
    private static Consumer<Faults> rendering(Rendering rendering) {
        return faults -> faults.lie("ReportRenderer.render", (real, given) -> {
            rendering.render(
                    (table, rows, out) -> real.with(table, rows, out),
                    (ReportTable) Objects.requireNonNull(given[0]),
                    (Iterator<List<Cell>>) Objects.requireNonNull(given[1]),
                    (OutputStream) Objects.requireNonNull(given[2]));
            return null;
        });
    }

    private static Consumer<Faults> cells(UnaryOperator<Cell> change) {
        return rendering((sound, table, rows, out) -> {
            List<List<Cell>> changed = new ArrayList<>();
            rows.forEachRemaining(row -> changed.add(row.stream().map(change).toList()));
            sound.render(table, changed.iterator(), out);
        });
    }
}
