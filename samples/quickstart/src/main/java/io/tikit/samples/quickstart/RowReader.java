package io.tikit.samples.quickstart;

import static io.tikit.samples.quickstart.Header.Column.DESCRIPTION;
import static io.tikit.samples.quickstart.Header.Column.EMAIL;
import static io.tikit.samples.quickstart.Header.Column.ID;
import static io.tikit.samples.quickstart.Header.Column.IMPACT;
import static io.tikit.samples.quickstart.Header.Column.PRIORITY;
import static io.tikit.samples.quickstart.Header.Column.REQUESTER;
import static io.tikit.samples.quickstart.Header.Column.SUBJECT;
import static io.tikit.samples.quickstart.Header.Column.TEAM;
import static io.tikit.samples.quickstart.Header.Column.URGENCY;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.tikit.api.Person;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.ticket.TicketChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Understands row after row. What it cannot understand it refuses with an {@link IllegalArgumentException}. */
final class RowReader {
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_TEAM = 100;
    private static final int SUBJECT_FROM_TEXT = 60;

    private final Header header;
    /** Which line first had this id; how often these cells came. */
    private final Map<String, Long> lines = new HashMap<>();

    private final Map<String, Integer> repetitions = new HashMap<>();

    RowReader(Header header) {
        this.header = header;
    }

    TicketRow read(CsvRecord row) {
        if (row.getFieldCount() != header.size()) {
            throw new IllegalArgumentException("the header has " + header.size() + " cells, this row "
                    + row.getFieldCount() + ": is a quote or a comma missing?");
        }
        if (row.getFields().stream().anyMatch(cell -> cell.indexOf('\uFFFD') >= 0)) {
            throw new IllegalArgumentException("text that is not UTF-8");
        }
        String title = inOneLine(header.cell(row, SUBJECT));
        String text = header.cell(row, DESCRIPTION);
        if (title.isEmpty() && text.isEmpty()) {
            throw new IllegalArgumentException("neither a title nor a description");
        }
        String subject = title.isEmpty() ? firstWords(inOneLine(text)) : cut(title, LONGEST_SUBJECT);
        // A title that had to be cut is not lost.
        String description = subject.length() < title.length() ? title + "\n\n" + text : text;
        List<TicketChange> details = details(row);
        String name = name(row);
        String team = cut(inOneLine(header.cell(row, TEAM)), LONGEST_TEAM);
        return new TicketRow(
                row.getStartingLineNumber(), name, requester(row, name), team, subject, description, details);
    }

    private List<TicketChange> details(CsvRecord row) {
        List<TicketChange> details = new ArrayList<>();
        details.add(new TicketChange.SetPriority(
                Priorities.read(header.cell(row, PRIORITY), header.cell(row, URGENCY), header.cell(row, IMPACT))));
        header.otherCells(row)
                .forEach((key, value) -> details.add(new TicketChange.SetField(key, new FieldValue.Text(value))));
        return details;
    }

    /** The id that the file gives or, without one, what the cells hold; rows that are alike are counted. */
    private String name(CsvRecord row) {
        String id = header.cell(row, ID);
        if (id.isEmpty()) {
            String cells = String.join("\0", row.getFields());
            UUID digest = UUID.nameUUIDFromBytes(cells.getBytes(StandardCharsets.UTF_8));
            return digest + "-" + repetitions.merge(digest.toString(), 1, Integer::sum);
        }
        Long earlier = lines.putIfAbsent(id, row.getStartingLineNumber());
        if (earlier != null) {
            throw new IllegalArgumentException("id " + id + " was used in line " + earlier);
        }
        return id;
    }

    private Person requester(CsvRecord row, String name) {
        String who = inOneLine(header.cell(row, REQUESTER));
        String email = header.cell(row, EMAIL);
        if (email.isEmpty() && who.contains("@")) {
            email = who;
        }
        if (who.isEmpty()) {
            who = email;
        }
        if (who.isEmpty()) {
            return Staff.customer(name.hashCode());
        }
        return email.isEmpty() ? new Person(who, "", who.toLowerCase(Locale.ROOT)) : Person.of(who, email);
    }

    private static String inOneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static String firstWords(String text) {
        if (text.length() <= SUBJECT_FROM_TEXT) {
            return text;
        }
        int blank = text.lastIndexOf(' ', SUBJECT_FROM_TEXT);
        return cut(text, blank > 0 ? blank : SUBJECT_FROM_TEXT);
    }

    /** Never between the two halves of a character beyond the basic plane. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).strip();
    }
}
