package io.tikit.jpa;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.jpa.database.Dialect;
import io.tikit.jpa.database.Failures;
import io.tikit.jpa.outbox.Waiting;
import io.tikit.jpa.session.Session;
import io.tikit.spi.transaction.HostTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The unit is part of the host's transaction, behind a savepoint. */
final class JoinedTransaction implements UnitTransaction {
    private static final Logger LOG = LoggerFactory.getLogger(JoinedTransaction.class);

    private final HostTransaction host;
    private final Waiting waiting;
    private final Dialect dialect;
    private @Nullable Savepoint savepoint;
    private boolean settled;

    JoinedTransaction(HostTransaction host, Waiting waiting, Dialect dialect) {
        this.host = host;
        this.waiting = waiting;
        this.dialect = dialect;
    }

    /** Sets the savepoint, before the first statement. */
    void begin() {
        try {
            Connection connection = host.connection();
            if (!dialect.readsCommittedByDefault()
                    && connection.getTransactionIsolation() > Connection.TRANSACTION_READ_COMMITTED) {
                // Such a transaction locks the newest row but reads old ones beside it, and would not see what others
                // did.
                throw new UnavailableException(
                        ErrorCode.HOST_TRANSACTION,
                        "the host's transaction reads an old state of the database;"
                                + " begin it with the isolation READ COMMITTED",
                        null);
            }
            savepoint = connection.setSavepoint();
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    @Override
    public void commit(Session session, Waiting.Leaving leaving) {
        // Sends everything; the connection that it gets does nothing when told to commit.
        session.commit();
        release();
        if (!leaving.isEmpty()) {
            settled = true;
            host.afterCompletion(outcome -> {
                switch (outcome) {
                    case COMMITTED -> waiting.committed(leaving);
                    case ROLLED_BACK -> waiting.rolledBack(leaving);
                    case UNKNOWN -> waiting.unknown(leaving);
                }
            });
        }
    }

    private void release() {
        Savepoint set = savepoint;
        if (set != null) {
            try {
                host.connection().releaseSavepoint(set);
            } catch (SQLException e) {
                throw Failures.of(e);
            }
            savepoint = null;
        }
    }

    @Override
    public void close(Session session, Waiting.Leaving leaving) {
        try {
            session.close();
        } finally {
            Savepoint set = savepoint;
            if (set != null) {
                savepoint = null;
                rollBack(set);
            }
            if (!settled) {
                waiting.rolledBack(leaving);
            }
        }
    }

    private void rollBack(Savepoint to) {
        try {
            host.connection().rollback(to);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("a command could not be undone in the host's transaction, which must roll back as a whole now", e);
            host.setRollbackOnly();
        }
    }
}
