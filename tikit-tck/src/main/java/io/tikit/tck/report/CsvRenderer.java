package io.tikit.tck.report;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.LimitException;
import io.tikit.spi.report.Cell;
import io.tikit.spi.report.RendererCapability;
import io.tikit.spi.report.ReportRenderer;
import io.tikit.spi.report.ReportTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Renders comma-separated values. One that says it is typed leaves texts as they are, for readers that compute nothing.
 * Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class CsvRenderer implements ReportRenderer {
    private final Set<RendererCapability> capabilities;

    /** A renderer with all capabilities. */
    public CsvRenderer() {
        this(EnumSet.allOf(RendererCapability.class));
    }

    /**
     * A renderer.
     *
     * @param capabilities what it can do
     */
    public CsvRenderer(Set<RendererCapability> capabilities) {
        this.capabilities = Set.copyOf(capabilities);
    }

    @Override
    public Set<RendererCapability> capabilities() {
        return capabilities;
    }

    @Override
    public String mediaType() {
        return "text/csv;charset=utf-8";
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public void render(ReportTable table, Iterator<List<Cell>> rows, OutputStream out) throws IOException {
        Iterator<List<Cell>> bounded = capabilities.contains(RendererCapability.STREAMING) ? rows : kept(rows);
        write(out, table.columns().stream().map(this::guarded).toList());
        while (bounded.hasNext()) {
            write(out, bounded.next().stream().map(cell -> text(table, cell)).toList());
        }
        out.flush();
    }

    private static Iterator<List<Cell>> kept(Iterator<List<Cell>> rows) {
        List<List<Cell>> kept = new ArrayList<>();
        while (rows.hasNext()) {
            if (kept.size() == MOST_ROWS_IN_MEMORY) {
                throw new LimitException(ErrorCode.LIMIT_REACHED, "more than " + MOST_ROWS_IN_MEMORY + " rows");
            }
            kept.add(rows.next());
        }
        return kept.iterator();
    }

    private static void write(OutputStream out, List<String> cells) throws IOException {
        String line = cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\r\n"));
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private String text(ReportTable table, Cell cell) {
        if (cell instanceof Cell.Text text) {
            return guarded(text.value());
        }
        if (cell instanceof Cell.Decimal number) {
            return number.value().toPlainString();
        }
        if (cell instanceof Cell.Moment moment) {
            return LocalDateTime.ofInstant(moment.value(), table.zone()).toString();
        }
        return cell instanceof Cell.Span span ? span.value().toString() : "";
    }

    private String guarded(String text) {
        boolean active = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return active && !capabilities.contains(RendererCapability.TYPED) ? "'" + text : text;
    }

    /**
     * Reads what was rendered.
     *
     * @param file comma-separated values in UTF-8
     * @return the rows, that of the labels first
     */
    public static List<List<String>> read(byte[] file) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String text = new String(file, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
