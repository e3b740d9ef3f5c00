package io.tikit.samples.shop;

import io.tikit.spi.transaction.HostTransaction;
import java.sql.Connection;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets the engine join the transactions that Spring keeps for a data source, whether they come from an annotation or a
 * template.
 */
final class SpringTransactions implements HostTransaction {
    private final DataSource dataSource;

    SpringTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Without an active synchronization the transaction is over: Spring is telling others how it ended. */
    @Override
    public boolean active() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.hasResource(dataSource);
    }

    @Override
    public Connection connection() {
        return DataSourceUtils.getConnection(dataSource);
    }

    @Override
    public void setRollbackOnly() {
        Object holder = Objects.requireNonNull(
                TransactionSynchronizationManager.getResource(dataSource), "no transaction is active");
        ((ConnectionHolder) holder).setRollbackOnly();
    }

    @Override
    public void afterCompletion(Consumer<Outcome> action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                action.accept(
                        switch (status) {
                            case STATUS_COMMITTED -> Outcome.COMMITTED;
                            case STATUS_ROLLED_BACK -> Outcome.ROLLED_BACK;
                            default -> Outcome.UNKNOWN;
                        });
            }
        });
    }
}
