package io.tikit.jpa;

import io.tikit.spi.storage.Storage;
import io.tikit.tck.storage.StorageContract;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on a real MariaDB server. */
class MariaDbContractTest implements StorageContract {
    private static JpaStorage shared;

    @BeforeAll
    static void open() {
        shared = new JpaStorage(TestContext.inMemory().with(Map.of("url", MariaDb.newDatabase())));
        shared.open();
    }

    @AfterAll
    static void close() {
        if (shared != null) {
            shared.close();
        }
    }

    @Override
    public Storage storage() {
        return shared;
    }

    @Override
    public Supplier<Storage> emptyData() {
        String url = MariaDb.newDatabase();
        return () -> new JpaStorage(TestContext.inMemory().with(Map.of("url", url, "pool.size", "8")));
    }

    @Override
    public Optional<HostSide> hostSide() {
        DataSource dataSource = MariaDb.newReadingCommitted();
        return Optional.of(new HostSide(
                dataSource,
                transaction -> new JpaStorage(TestContext.on(dataSource).joining(transaction))));
    }
}
