package io.tikit.jpa.outbox;

import io.tikit.jpa.database.Dialect;
import io.tikit.spi.storage.Leases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes from the table, where a query sees what is committed and waits for nothing. */
final class QueriedChanges implements ChangeSource {
    private final Dialect dialect;

    QueriedChanges(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public void prepare(Leases.Lease lease) {
        // The query sees everything.
    }

    @Override
    public List<Waiting.Change> take(Connection connection, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id, tenant, refs FROM tikit_change ORDER BY id FETCH FIRST ? ROWS ONLY")) {
            statement.setInt(1, limit);
            List<Waiting.Change> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Waiting.Change(dialect.id(row, 1), row.getInt(2), row.getBytes(3)));
                }
            }
            return found;
        }
    }

    @Override
    public void taken(List<Waiting.Change> changes) {
        // The rows are gone.
    }

    @Override
    public Optional<Instant> oldest(Connection connection) throws SQLException {
        return take(connection, 1).stream()
                .findFirst()
                .map(change -> Instant.ofEpochMilli(ChangeIds.millis(change.id())));
    }
}
