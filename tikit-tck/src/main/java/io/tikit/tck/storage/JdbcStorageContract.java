package io.tikit.tck.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.transaction.HostTransaction;
import io.tikit.tck.JdbcLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/**
 * The whole contract for a storage on a database that a host reaches by a data source. All tests of the class share one
 * open storage.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class JdbcStorageContract implements StorageContract {
    private @Nullable DataSource database;
    private @Nullable Storage shared;

    /** For the test class. */
    protected JdbcStorageContract() {}

    /**
     * Makes an empty database.
     *
     * @return leads to it; each connection is another one
     */
    protected abstract DataSource newDatabase();

    /**
     * Makes a storage.
     *
     * @param dataSource leads to its data
     * @param host what its units may join, or empty
     * @return the storage, not yet open
     */
    protected abstract Storage storage(DataSource dataSource, Optional<HostTransaction> host);

    /**
     * Statements that make every lease and every claim on a timer run out.
     *
     * @return SQL of the database
     */
    protected abstract List<String> expiry();

    /** Closes what the tests shared. */
    @AfterAll
    protected void closeShared() {
        if (shared != null) {
            shared.close();
        }
    }

    @Override
    public Storage storage() {
        Storage open = shared;
        if (open == null) {
            DataSource empty = newDatabase();
            open = storage(empty, Optional.empty());
            open.open();
            database = empty;
            shared = open;
        }
        return open;
    }

    @Override
    public Supplier<Storage> emptyData() {
        DataSource empty = newDatabase();
        return () -> storage(empty, Optional.empty());
    }

    @Override
    public void expireLeases() {
        if (database == null) {
            return;
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            for (String sql : expiry()) {
                statement.executeUpdate(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError("leases do not expire", e);
        }
    }

    @Override
    public Optional<CutOff> cutOff() {
        JdbcLine line = new JdbcLine(newDatabase());
        return Optional.of(new CutOff(storage(line.dataSource(), Optional.empty()), line));
    }

    @Override
    public Optional<HostSide> hostSide() {
        DataSource empty = newDatabase();
        return Optional.of(new HostSide(empty, host -> storage(empty, Optional.of(host))));
    }
}
