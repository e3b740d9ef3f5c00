package io.tikit.samples.quickstart;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The header row: which column holds what. Columns without a meaning here become custom fields under their own name. */
final class Header {
    private static final int LONGEST_KEY = 40;
    private static final Pattern NO_KEY = Pattern.compile("[^a-z0-9]+");

    /** What a column can mean. */
    enum Column {
        ID,
        SUBJECT,
        DESCRIPTION,
        PRIORITY,
        URGENCY,
        IMPACT,
        TEAM,
        REQUESTER,
        EMAIL,
        OTHER
    }

    private final Map<Column, Integer> known = new EnumMap<>(Column.class);
    private final Map<String, Integer> others = new LinkedHashMap<>();
    private final int size;

    Header(List<String> names) {
        size = names.size();
        for (int i = 0; i < size; i++) {
            place(key(names.get(i)), i);
        }
    }

    int size() {
        return size;
    }

    boolean has(Column column) {
        return known.containsKey(column);
    }

    /** The cell of a row, trimmed; empty when there is no such column. */
    String cell(CsvRecord row, Column column) {
        Integer index = known.get(column);
        return index == null ? "" : row.getField(index).strip();
    }

    /** The filled cells that have no meaning here. */
    Map<String, String> otherCells(CsvRecord row) {
        Map<String, String> cells = new LinkedHashMap<>();
        others.forEach((key, index) -> {
            String value = row.getField(index).strip();
            if (!value.isEmpty()) {
                cells.put(key, value);
            }
        });
        return cells;
    }

    private static Column meaning(String key) {
        return switch (key) {
            case "id", "external_id", "ticket_id", "key", "number" -> Column.ID;
            case "title", "subject", "summary", "short_description" -> Column.SUBJECT;
            case "body", "description", "text", "message" -> Column.DESCRIPTION;
            case "priority", "prio" -> Column.PRIORITY;
            case "urgency" -> Column.URGENCY;
            case "impact" -> Column.IMPACT;
            case "team", "topic_group", "topic", "queue", "assignment_group" -> Column.TEAM;
            case "requester", "user", "customer", "reporter", "caller" -> Column.REQUESTER;
            case "email", "e_mail", "mail", "requester_email", "user_email" -> Column.EMAIL;
            default -> Column.OTHER;
        };
    }

    /** Of two columns with one meaning the first counts. */
    private void place(String key, int index) {
        Column meaning = meaning(key);
        if (meaning != Column.OTHER && known.putIfAbsent(meaning, index) == null) {
            // Two columns are weighed into one priority, so what they said is kept as well.
            if (meaning == Column.URGENCY || meaning == Column.IMPACT) {
                others.put(key, index);
            }
            return;
        }
        String free = key;
        for (int n = 2; others.containsKey(free); n++) {
            String suffix = "_" + n;
            free = key.substring(0, Math.min(key.length(), LONGEST_KEY - suffix.length())) + suffix;
        }
        others.put(free, index);
    }

    /** Makes any name a key that the desk accepts: "Business Service" becomes "business_service". */
    static String key(String name) {
        String key = NO_KEY.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("_");
        key = key.replaceAll("^_+|_+$", "");
        if (key.isEmpty() || !Character.isLetter(key.charAt(0))) {
            key = key.isEmpty() ? "column" : "column_" + key;
        }
        return key.substring(0, Math.min(key.length(), LONGEST_KEY));
    }
}
