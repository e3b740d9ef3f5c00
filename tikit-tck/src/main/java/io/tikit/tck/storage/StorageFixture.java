package io.tikit.tck.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.transaction.HostTransaction;
import io.tikit.tck.Line;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What the author of a storage gives to the contract.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface StorageFixture {
    /**
     * An open storage. It may be the same one for all tests, which is fast, and may hold data of other tests; the
     * contract does not close it.
     *
     * @return the storage
     */
    Storage storage();

    /**
     * Makes data of their own for one test, empty at first.
     *
     * @return each call gives another storage on these data, not yet open: a second node while the first one is open, or
     *     the next start after its close; closed by the contract
     */
    Supplier<Storage> emptyData();

    /**
     * Makes every lease and every claim on a timer run out that is held on the data of {@link #storage}, as if its time
     * had passed, for instance by setting their ends back in the database.
     */
    void expireLeases();

    /**
     * A storage on empty data of its own that can be cut off from them, see {@link io.tikit.tck.JdbcLine}. Must be there
     * if the storage declares {@link io.tikit.spi.storage.StorageCapability#DURABLE}.
     *
     * @return the storage and its line
     */
    default Optional<CutOff> cutOff() {
        return Optional.empty();
    }

    /**
     * What is needed to test that units join the host's transactions. Must be there if the storage declares
     * {@link io.tikit.spi.storage.StorageCapability#HOST_TRANSACTIONS}.
     *
     * @return the host's side of one empty database
     */
    default Optional<HostSide> hostSide() {
        return Optional.empty();
    }

    /**
     * A storage that can be cut off from its data.
     *
     * @param storage not yet open; closed by the contract
     * @param line what the contract cuts
     */
    record CutOff(Storage storage, Line line) {
        /** Checks that nothing is null. */
        public CutOff {
            Objects.requireNonNull(storage, "storage");
            Objects.requireNonNull(line, "line");
        }
    }

    /**
     * A database that a host uses together with the storage.
     *
     * @param dataSource the host's own data source; each connection is another one
     * @param joining makes a storage, not yet open, on the same database that joins the host's transactions
     */
    record HostSide(DataSource dataSource, Function<HostTransaction, Storage> joining) {
        /** Checks that nothing is null. */
        public HostSide {
            Objects.requireNonNull(dataSource, "dataSource");
            Objects.requireNonNull(joining, "joining");
        }
    }
}
