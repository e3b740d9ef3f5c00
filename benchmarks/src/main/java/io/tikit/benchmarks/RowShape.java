package io.tikit.benchmarks;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A row that goes with a ticket, learnt from one that the engine wrote: which values are the same for all tickets and
 * which come from the draft.
 */
final class RowShape {
    private final String table;
    private final List<String> columns = new ArrayList<>();
    private final List<ValueShape> values = new ArrayList<>();
    private final String insert;

    /** Learns from the row on which the result stands. */
    RowShape(String table, ResultSet row, SampleTicket sample) throws SQLException {
        this.table = table;
        ResultSetMetaData about = row.getMetaData();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            String column = about.getColumnLabel(i).toLowerCase(Locale.ROOT);
            columns.add(column);
            values.add(ValueShape.of(column, about.getColumnType(i), row.getObject(i), sample));
        }
        insert = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    /** Whether some value of the row on which the result stands has to do with the sample. */
    static boolean concerns(ResultSet row, SampleTicket sample) throws SQLException {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            if (sample.isIn(row.getObject(i))) {
                return true;
            }
        }
        return false;
    }

    String table() {
        return table;
    }

    String insert() {
        return insert;
    }

    void bind(PreparedStatement statement, Draft draft) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            values.get(i).bind(statement, i + 1, draft);
        }
    }

    /** Binds the values of some columns only. */
    void bind(PreparedStatement statement, List<String> some, Draft draft) throws SQLException {
        for (int i = 0; i < some.size(); i++) {
            values.get(columns.indexOf(some.get(i))).bind(statement, i + 1, draft);
        }
    }
}
