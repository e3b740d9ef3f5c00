package io.tikit.jpa;

import io.tikit.spi.storage.Storage;
import io.tikit.tck.JdbcLine;
import io.tikit.tck.storage.StorageContract;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract on a real server, with one open storage for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerContract implements StorageContract {
    private @Nullable JpaStorage shared;

    /** Makes an empty database and gives its URL. */
    abstract String newDatabase();

    /** Makes an empty database and gives it as a host has it. */
    abstract DataSource newHostDatabase();

    @BeforeAll
    void open() {
        shared = new JpaStorage(TestContext.inMemory().with(Map.of("url", newDatabase())));
        shared.open();
    }

    @AfterAll
    void close() {
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
        String url = newDatabase();
        return () -> new JpaStorage(TestContext.inMemory().with(Map.of("url", url, "pool.size", "8")));
    }

    @Override
    public void expireLeases() {
        Ending.all(Objects.requireNonNull(shared));
    }

    @Override
    public Optional<CutOff> cutOff() {
        JdbcLine line = new JdbcLine(newHostDatabase());
        return Optional.of(new CutOff(new JpaStorage(TestContext.on(line.dataSource())), line));
    }

    @Override
    public Optional<HostSide> hostSide() {
        DataSource dataSource = newHostDatabase();
        return Optional.of(new HostSide(
                dataSource,
                transaction -> new JpaStorage(TestContext.on(dataSource).joining(transaction))));
    }
}
