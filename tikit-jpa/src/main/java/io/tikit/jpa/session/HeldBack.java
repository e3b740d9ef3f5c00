package io.tikit.jpa.session;

import io.tikit.jpa.database.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The changes of a unit that are not sent yet. */
final class HeldBack {
    /** More rows than this of one kind go as a batch of their own, so that few different statements are made. */
    private static final int MOST_TOGETHER = 3;

    private final Dialect dialect;
    private final Map<Change.Step, Map<Change, List<Row.Binding>>> changes = new EnumMap<>(Change.Step.class);

    HeldBack(Dialect dialect) {
        this.dialect = dialect;
    }

    void add(Change change, Row.Binding row) {
        changes.computeIfAbsent(change.step(), step -> new LinkedHashMap<>())
                .computeIfAbsent(change, c -> new ArrayList<>(2))
                .add(row);
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    boolean holds(Change change) {
        Map<Change, List<Row.Binding>> ofStep = changes.get(change.step());
        return ofStep != null && ofStep.containsKey(change);
    }

    void send(Connection connection) throws SQLException {
        List<Change> together = new ArrayList<>();
        List<Row.Binding> rows = new ArrayList<>();
        for (Map<Change, List<Row.Binding>> step : changes.values()) {
            for (Map.Entry<Change, List<Row.Binding>> change : step.entrySet()) {
                if (dialect.sendsTogether() && change.getValue().size() <= MOST_TOGETHER) {
                    for (Row.Binding row : change.getValue()) {
                        together.add(change.getKey());
                        rows.add(row);
                    }
                } else {
                    together(connection, together, rows);
                    batch(connection, change.getKey(), change.getValue());
                }
            }
        }
        together(connection, together, rows);
        changes.clear();
    }

    /** Several statements in one round trip: the driver sends them one after the other and waits once. */
    private void together(Connection connection, List<Change> together, List<Row.Binding> rows) throws SQLException {
        if (together.isEmpty()) {
            return;
        }
        String sql = together.size() == 1
                ? together.get(0).sql()
                : dialect.together(together.stream().map(Change::sql).toList());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Row columns = new Row(statement, dialect);
            for (Row.Binding row : rows) {
                row.to(columns);
            }
            statement.execute();
        }
        together.clear();
        rows.clear();
    }

    private void batch(Connection connection, Change change, List<Row.Binding> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(change.sql())) {
            for (Row.Binding row : rows) {
                row.to(new Row(statement, dialect));
                if (rows.size() == 1) {
                    statement.executeUpdate();
                    return;
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
