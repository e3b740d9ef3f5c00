package io.tikit.core.people;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.tikit.api.error.Violation;
import io.tikit.api.people.PersonColumn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** People from lines of cells. */
final class CsvPeople implements PersonRows {
    private static final int LONGEST_HEADER = 4_096;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final CloseableIterator<CsvRecord> records;
    private final List<PersonColumn> columns = new ArrayList<>();
    private long last;

    private CsvPeople(CloseableIterator<CsvRecord> records) {
        this.records = records;
    }

    static CsvPeople of(Reader from) throws IOException, Broken {
        BufferedReader reader = new BufferedReader(from, 2 * LONGEST_HEADER);
        char separator = separator(reader);
        CsvPeople people = new CsvPeople(CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(reader)
                .iterator());
        people.header();
        return people;
    }

    /** The one by which the first line falls into the most columns that are known. */
    private static char separator(BufferedReader reader) throws IOException, Broken {
        reader.mark(LONGEST_HEADER);
        char[] head = new char[LONGEST_HEADER];
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < LONGEST_HEADER; length += Math.max(read, 0)) {
                read = reader.read(head, length, LONGEST_HEADER - length);
            }
        } catch (CharacterCodingException e) {
            throw PersonRows.encoding(1);
        }
        reader.reset();
        String line = new String(head, 0, length).lines().findFirst().orElse("");
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(separator -> Arrays.stream(line.split(separator.toString(), -1))
                        .filter(name -> column(name.replace("\"", "")).isPresent())
                        .count()))
                .orElse(',');
    }

    private static Optional<PersonColumn> column(String name) {
        return PersonColumn.ofKey(name.strip().toLowerCase(Locale.ROOT));
    }

    private void header() throws IOException, Broken {
        Optional<CsvRecord> record = record();
        if (record.isEmpty()) {
            throw PersonRows.file(1, "there is no line with names of columns");
        }
        for (String name : record.get().getFields()) {
            PersonColumn column = column(name)
                    .orElseThrow(() -> new Broken(
                            record.get().getStartingLineNumber(),
                            new Violation(
                                    name,
                                    "unknown_column",
                                    "there is no column '" + name + "'; leave it out or name it as one of "
                                            + Arrays.stream(PersonColumn.values())
                                                    .map(PersonColumn::key)
                                                    .toList(),
                                    Map.of("value", name))));
            if (columns.contains(column)) {
                throw new Broken(
                        record.get().getStartingLineNumber(),
                        new Violation(name, "twice", "the column '" + name + "' is there twice", Map.of("name", name)));
            }
            columns.add(column);
        }
    }

    @Override
    public Optional<PersonRow> next() throws IOException, Broken {
        return record().map(this::row);
    }

    private Optional<CsvRecord> record() throws IOException, Broken {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord record = records.next();
            last = record.getStartingLineNumber();
            return Optional.of(record);
        } catch (CsvParseException e) {
            throw PersonRows.file(last + 1, why(e));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw PersonRows.encoding(last + 1);
            }
            throw e.getCause();
        }
    }

    /** The reason alone; what stands in the file may be anybody's. */
    private static String why(CsvParseException e) {
        String text = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        return text.toLowerCase(Locale.ROOT).contains("buffer")
                ? "a line has more than " + LONGEST_CELL + " characters, or a quote is not closed"
                : "a quote is not closed, or something stands behind one";
    }

    private PersonRow row(CsvRecord record) {
        if (record.getFieldCount() != columns.size()) {
            return new PersonRow(
                    record.getStartingLineNumber(),
                    Map.of(),
                    List.of(new Violation(
                            "",
                            "bad_cells",
                            "there are " + record.getFieldCount() + " cells and " + columns.size()
                                    + " columns; put quotes around cells that hold a separator",
                            Map.of("given", record.getFieldCount(), "wanted", columns.size()))));
        }
        Map<PersonColumn, String> cells = new EnumMap<>(PersonColumn.class);
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), CellText.unguarded(record.getField(i)));
        }
        return new PersonRow(record.getStartingLineNumber(), cells, List.of());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
