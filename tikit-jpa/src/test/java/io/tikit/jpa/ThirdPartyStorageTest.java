package io.tikit.jpa;

import io.tikit.spi.storage.Storage;
import io.tikit.spi.transaction.HostTransaction;
import io.tikit.tck.storage.JdbcStorageContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

class ThirdPartyStorageTest extends JdbcStorageContract {
    @Override
    protected DataSource newDatabase() {
        return Postgres.newDataSource();
    }

    @Override
    protected Storage storage(DataSource dataSource, Optional<HostTransaction> host) {
        return new JpaStorage(new TestContext(Map.of(), Optional.empty(), Optional.of(dataSource), host));
    }

    @Override
    protected List<String> expiry() {
        return List.of("UPDATE tikit_lease SET expires_at = 1", "UPDATE tikit_timer SET claimed_until = 1");
    }
}
