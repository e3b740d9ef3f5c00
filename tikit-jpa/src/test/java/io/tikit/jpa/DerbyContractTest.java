package io.tikit.jpa;

import io.tikit.spi.storage.Storage;
import io.tikit.tck.JdbcLine;
import io.tikit.tck.storage.StorageContract;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on embedded Derby in folders; the host's side in memory. */
class DerbyContractTest implements StorageContract {
    private static final AtomicInteger HOMES = new AtomicInteger();

    @TempDir
    static Path homes;

    private static JpaStorage shared;

    @BeforeAll
    static void open() {
        shared = new JpaStorage(TestContext.inFolder(home()));
        shared.open();
    }

    @AfterAll
    static void close() {
        shared.close();
    }

    private static Path home() {
        return TestFolders.made(homes.resolve("home-" + HOMES.incrementAndGet()));
    }

    @Override
    public Storage storage() {
        return shared;
    }

    @Override
    public Supplier<Storage> emptyData() {
        Path home = home();
        return () -> new JpaStorage(TestContext.inFolder(home));
    }

    @Override
    public void expireLeases() {
        Ending.all(shared);
    }

    @Override
    public Optional<CutOff> cutOff() {
        JdbcLine line = new JdbcLine(newHostDatabase());
        return Optional.of(new CutOff(new JpaStorage(TestContext.on(line.dataSource())), line));
    }

    @Override
    public Optional<HostSide> hostSide() {
        EmbeddedDataSource dataSource = newHostDatabase();
        return Optional.of(new HostSide(
                dataSource,
                transaction -> new JpaStorage(TestContext.on(dataSource).joining(transaction))));
    }

    private static EmbeddedDataSource newHostDatabase() {
        EmbeddedDataSource dataSource = new EmbeddedDataSource();
        dataSource.setDatabaseName("memory:host-side-" + HOMES.incrementAndGet());
        dataSource.setCreateDatabase("create");
        return dataSource;
    }
}
