package io.tikit.tck;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.transaction.HostTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A host's transactions on a plain data source, one per thread, begun and ended by the test.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class JdbcHostTransaction implements HostTransaction {
    private final DataSource dataSource;

    @SuppressWarnings("ThreadLocalUsage") // each bridge has transactions of its own
    private final ThreadLocal<@Nullable Active> current = new ThreadLocal<>();

    /**
     * Makes the bridge.
     *
     * @param dataSource where connections come from
     */
    public JdbcHostTransaction(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Begins a transaction of the calling thread.
     *
     * @throws SQLException if the database refuses
     */
    public void begin() throws SQLException {
        if (current.get() != null) {
            throw new IllegalStateException("a transaction of this thread is active");
        }
        Connection connection = dataSource.getConnection();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        current.set(new Active(connection));
    }

    /**
     * Commits the transaction of the calling thread and says so.
     *
     * @throws SQLException if the database refuses
     */
    public void commit() throws SQLException {
        commit(Outcome.COMMITTED);
    }

    /**
     * Commits the transaction of the calling thread and says something about it.
     *
     * @param said what is told to those who asked to be told
     * @throws SQLException if the database refuses
     */
    public void commit(Outcome said) throws SQLException {
        if (require().rollbackOnly) {
            throw new IllegalStateException("the transaction can only be rolled back");
        }
        require().connection.commit();
        end(said);
    }

    /**
     * Rolls the transaction of the calling thread back and says so.
     *
     * @throws SQLException if the database refuses
     */
    public void rollback() throws SQLException {
        rollback(Outcome.ROLLED_BACK);
    }

    /**
     * Rolls the transaction of the calling thread back and says something about it.
     *
     * @param said what is told to those who asked to be told
     * @throws SQLException if the database refuses
     */
    public void rollback(Outcome said) throws SQLException {
        require().connection.rollback();
        end(said);
    }

    /**
     * Tells whether somebody made the active transaction end in a rollback.
     *
     * @return whether it can only be rolled back
     */
    public boolean isRollbackOnly() {
        return require().rollbackOnly;
    }

    @Override
    public boolean active() {
        return current.get() != null;
    }

    @Override
    public Connection connection() {
        return require().connection;
    }

    @Override
    public void setRollbackOnly() {
        require().rollbackOnly = true;
    }

    @Override
    public void afterCompletion(Consumer<Outcome> action) {
        require().actions.add(action);
    }

    private Active require() {
        Active active = current.get();
        if (active == null) {
            throw new IllegalStateException("no transaction of this thread is active");
        }
        return active;
    }

    private void end(Outcome said) throws SQLException {
        Active active = require();
        current.remove();
        active.connection.setAutoCommit(true);
        active.connection.close();
        active.actions.forEach(action -> action.accept(said));
    }

    private static final class Active {
        private final Connection connection;
        private final List<Consumer<Outcome>> actions = new ArrayList<>();
        private boolean rollbackOnly;

        Active(Connection connection) {
            this.connection = connection;
        }
    }
}
