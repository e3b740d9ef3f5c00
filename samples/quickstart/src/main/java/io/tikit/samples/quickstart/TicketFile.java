package io.tikit.samples.quickstart;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file of tickets in UTF-8, plain or gzipped, read whole.
 *
 * @param name of the file, for people
 * @param rows what can become tickets
 * @param skipped what cannot, and why
 */
record TicketFile(String name, List<TicketRow> rows, List<SkippedRow> skipped) {
    private static final String SAMPLE = "tickets.csv";

    /** Forty invented tickets that come with the program. */
    static TicketFile sample() throws IOException {
        try (InputStream in = TicketFile.class.getResourceAsStream(SAMPLE)) {
            return read("40 sample tickets", Objects.requireNonNull(in, SAMPLE));
        }
    }

    static TicketFile read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(name, name.endsWith(".gz") ? new GZIPInputStream(in) : in);
        } catch (FileSystemException e) {
            throw new IOException("cannot read " + file + ": " + e.getClass().getSimpleName(), e);
        } catch (IOException | UncheckedIOException e) {
            throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The teams that rows name, in the order in which they come. */
    Set<String> teams() {
        Set<String> teams = new LinkedHashSet<>();
        for (TicketRow row : rows) {
            if (!row.team().isEmpty()) {
                teams.add(row.team());
            }
        }
        return teams;
    }

    private static TicketFile read(String name, InputStream in) throws IOException {
        List<TicketRow> rows = new ArrayList<>();
        List<SkippedRow> skipped = new ArrayList<>();
        // Rows of another length than the header's are let through, so that they can be told by their line.
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(in, StandardCharsets.UTF_8)) {
            Iterator<CsvRecord> records = csv.iterator();
            long line = 1;
            try {
                if (!records.hasNext()) {
                    throw new IOException("it is empty, not even a header row");
                }
                Header header = new Header(records.next().getFields());
                if (!header.has(Header.Column.SUBJECT) && !header.has(Header.Column.DESCRIPTION)) {
                    throw new IOException("no column is named title, subject, body or description");
                }
                RowReader reader = new RowReader(header);
                while (records.hasNext()) {
                    CsvRecord next = records.next();
                    line = next.getStartingLineNumber();
                    try {
                        rows.add(reader.read(next));
                    } catch (IllegalArgumentException e) {
                        skipped.add(new SkippedRow(line, String.valueOf(e.getMessage())));
                    }
                }
            } catch (CsvParseException e) {
                skipped.add(new SkippedRow(line, "nothing is read after this row: " + e.getMessage()));
            }
        }
        return new TicketFile(name, List.copyOf(rows), List.copyOf(skipped));
    }
}
