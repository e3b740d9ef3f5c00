package io.tikit.jpa.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Plain statements outside units of work. What is done here is one or two statements over all tenants that use what only
 * one database has, such as SKIP LOCKED; entities would add nothing but their cost.
 */
public final class Jdbc {
    private final DataSource dataSource;
    private final Dialect dialect;

    public Jdbc(DataSource dataSource, Dialect dialect) {
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Each statement sees and does what is committed at once. */
    public <T> T statement(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /** All statements become true together. */
    public <T> T transaction(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.with(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollback(connection);
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    private static void rollback(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
        }
    }
}
