package io.tikit.tck.report;

import static io.tikit.tck.Mutant.mutant;

import io.tikit.spi.report.Cell;
import io.tikit.spi.report.RendererCapability;
import io.tikit.spi.report.ReportTable;
import io.tikit.tck.ContractCatchesFaults;
import io.tikit.tck.Faults;
import io.tikit.tck.Mutant;
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

/** Each planted fault makes the test fail that is there for it. */
class ReportRendererContractCatchesFaultsTest implements ContractCatchesFaults {
    private static final Class<?> ABLE = CsvRendererTest.WithEverything.class;
    private static final Class<?> BARE = CsvRendererTest.WithNothing.class;

    @Override
    public List<Mutant> mutants() {
        return List.of(
                mutant(
                        "changes its mind",
                        ABLE,
                        "capabilitiesAreSteady",
                        faults -> faults.after(
                                "ReportRenderer.capabilities",
                                1,
                                () -> faults.lie("ReportRenderer.capabilities", (real, given) -> Set.of()))),
                mutant(
                        "ignores the zone",
                        ABLE,
                        "valuesComeBack",
                        rendering((sound, table, rows, out) -> sound.render(
                                new ReportTable(table.title(), table.columns(), table.locale(), ZoneOffset.UTC),
                                rows,
                                out))),
                mutant(
                        "puts zero for nothing",
                        ABLE,
                        "valuesComeBack",
                        cells(cell -> cell instanceof Cell.Empty ? new Cell.Text("0") : cell)),
                mutant(
                        "strips texts",
                        ABLE,
                        "textsComeBackAsTheyWere",
                        cells(cell -> cell instanceof Cell.Text text
                                ? new Cell.Text(text.value().strip())
                                : cell)),
                mutant(
                        "escapes for another format",
                        ABLE,
                        "textsComeBackAsTheyWere",
                        cells(cell -> cell instanceof Cell.Text text
                                ? new Cell.Text(text.value().replace("&", "&amp;"))
                                : cell)),
                mutant(
                        "writes formulas",
                        BARE,
                        "textsAreNoFormulas",
                        rendering((sound, table, rows, out) ->
                                new CsvRenderer(Set.of(RendererCapability.TYPED)).render(table, rows, out))),
                mutant("forgets labels", BARE, "emptyTableHasLabels", rendering((sound, table, rows, out) -> {
                    if (rows.hasNext()) {
                        sound.render(table, rows, out);
                    }
                })),
                mutant("closes the stream", ABLE, "streamIsFlushedAndLeftOpen", rendering((sound, table, rows, out) -> {
                    sound.render(table, rows, out);
                    out.close();
                })),
                mutant("forgets to flush", ABLE, "streamIsFlushedAndLeftOpen", rendering((sound, table, rows, out) -> {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    sound.render(table, rows, bytes);
                    out.write(bytes.toByteArray());
                })),
                mutant(
                        "swallows failures",
                        ABLE,
                        "failureOfTheStreamComesThrough",
                        rendering((sound, table, rows, out) -> {
                            try {
                                sound.render(table, rows, out);
                            } catch (IOException e) {
                                out.flush();
                            }
                        })),
                mutant("keeps all rows", ABLE, "rowsAreStreamed", rendering((sound, table, rows, out) -> {
                    List<List<Cell>> all = new ArrayList<>();
                    rows.forEachRemaining(all::add);
                    sound.render(table, all.iterator(), out);
                })),
                mutant(
                        "takes any number",
                        BARE,
                        "tooManyRowsAreRefusedUnlessStreamed",
                        rendering((sound, table, rows, out) ->
                                new CsvRenderer(EnumSet.allOf(RendererCapability.class)).render(table, rows, out))));
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
