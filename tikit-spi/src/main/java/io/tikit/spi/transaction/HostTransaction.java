package io.tikit.spi.transaction;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.sql.Connection;
import java.util.function.Consumer;

/**
 * The host's transaction of the calling thread. While one is active, every command of that thread becomes part of it: a
 * savepoint is set per command, rows are flushed before the command returns, and nothing leaves the engine before the
 * host commits. The engine never commits, rolls back or closes the host's connection. Safe for use by several threads,
 * each of which has its own transaction or none.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.HOST)
public interface HostTransaction {
    /**
     * Tells whether the calling thread is in a transaction that the engine should join.
     *
     * @return whether to join
     */
    boolean active();

    /**
     * The JDBC connection of the active transaction, to the same database and schema as the engine's data source, with
     * auto-commit off and an isolation of READ COMMITTED or stricter.
     *
     * @return the connection; always the same within a transaction
     */
    Connection connection();

    /**
     * Makes the host's transaction end in a rollback. Called when a command failed in a way that a rollback to its
     * savepoint cannot mend.
     */
    void setRollbackOnly();

    /**
     * Registers what is to be done when the active transaction is over. Called a few times per command; actions run
     * after the outcome is certain, in the order of their registration if the host can, and do not throw.
     *
     * @param action is told the outcome
     */
    void afterCompletion(Consumer<Outcome> action);

    /** How a transaction ended. */
    enum Outcome {
        /** It is durable. */
        COMMITTED,
        /** Nothing of it remains. */
        ROLLED_BACK,
        /** The host does not know; the engine looks into the database before it acts. */
        UNKNOWN
    }
}
