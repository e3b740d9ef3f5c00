package io.tikit.core.people;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.tikit.api.people.PersonColumn;
import io.tikit.api.people.TransferFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** People as texts, which {@link PersonRows} reads. */
final class PersonTexts {
    private PersonTexts() {}

    /** Asks for pages until one is empty, and hands on each before the next one. */
    static long write(
            TransferFormat format,
            Set<PersonColumn> columns,
            Supplier<List<Map<PersonColumn, List<String>>>> pages,
            OutputStream to)
            throws IOException {
        return switch (format) {
            case CSV -> csv(columns, pages, to);
            case JSON -> json(columns, pages, to);
        };
    }

    private static long csv(
            Set<PersonColumn> columns, Supplier<List<Map<PersonColumn, List<String>>>> pages, OutputStream to)
            throws IOException {
        // Not closed: the stream is the caller's, and nothing else is held.
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(to, StandardCharsets.UTF_8);
        csv.writeRecord(columns.stream().map(PersonColumn::key).toList());
        long written = 0;
        for (List<Map<PersonColumn, List<String>>> some = pages.get(); !some.isEmpty(); some = pages.get()) {
            for (Map<PersonColumn, List<String>> person : some) {
                csv.writeRecord(columns.stream()
                        .map(column -> CellText.guarded(cell(column, person)))
                        .toList());
                written++;
            }
            // The caller has each page before the next one is asked for.
            csv.flush();
        }
        csv.flush();
        return written;
    }

    private static String cell(PersonColumn column, Map<PersonColumn, List<String>> person) {
        List<String> values = person.getOrDefault(column, List.of());
        return isList(column) ? CellText.joined(values) : String.join("", values);
    }

    private static boolean isList(PersonColumn column) {
        return column == PersonColumn.TEAMS || column == PersonColumn.ORGANISATIONS;
    }

    private static long json(
            Set<PersonColumn> columns, Supplier<List<Map<PersonColumn, List<String>>>> pages, OutputStream to)
            throws IOException {
        long written = 0;
        JsonGenerator json = new JsonFactory().createGenerator(to, JsonEncoding.UTF8);
        json.writeStartArray();
        for (List<Map<PersonColumn, List<String>>> some = pages.get(); !some.isEmpty(); some = pages.get()) {
            for (Map<PersonColumn, List<String>> person : some) {
                json.writeRaw('\n');
                json.writeStartObject();
                for (PersonColumn column : columns) {
                    List<String> values = person.getOrDefault(column, List.of());
                    if (isList(column)) {
                        json.writeFieldName(column.key());
                        json.writeArray(values.toArray(String[]::new), 0, values.size());
                    } else {
                        json.writeStringField(column.key(), String.join("", values));
                    }
                }
                json.writeEndObject();
                written++;
            }
            json.flush();
        }
        json.writeEndArray();
        json.flush();
        return written;
    }
}
