package io.tikit.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The tables of a desk, whatever they are. */
final class Tables {
    /** What many others refer to comes first. */
    private static final List<String> FIRST = List.of("tikit_ticket", "tikit_entry", "tikit_event");

    private Tables() {}

    /** All tables, in an order in which rows can be inserted. */
    static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, null, null, new String[] {"TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (name.startsWith("tikit_") && !name.contains("schema_history") && !name.contains("migration")) {
                    names.add(name);
                }
            }
        }
        names.sort(null);
        List<String> ordered =
                new ArrayList<>(FIRST.stream().filter(names::contains).toList());
        names.stream().filter(name -> !ordered.contains(name)).forEach(ordered::add);
        return ordered;
    }

    static List<String> key(Connection connection, String table) throws SQLException {
        boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
        List<String> columns = new ArrayList<>();
        try (ResultSet keys =
                connection.getMetaData().getPrimaryKeys(null, null, upper ? table.toUpperCase(Locale.ROOT) : table)) {
            while (keys.next()) {
                columns.add(keys.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    /** How many rows there are and how many bytes their values have, over all tables. */
    record Content(long rows, long bytes) {
        Content minus(Content other) {
            return new Content(rows - other.rows, bytes - other.bytes);
        }
    }

    static Content content(Connection connection) throws SQLException {
        long rows = 0;
        long bytes = 0;
        for (String table : names(connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    rows++;
                    for (int i = 1; i <= columns; i++) {
                        bytes += size(row.getObject(i));
                    }
                }
            }
        }
        return new Content(rows, bytes);
    }

    private static int size(Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        if (value instanceof byte[] bytes) {
            return bytes.length;
        }
        if (value instanceof UUID) {
            return 16;
        }
        return value instanceof Number ? 8 : 0;
    }
}
