package io.tikit.jpa;

import javax.sql.DataSource;

/** The contract on a real MariaDB server. */
class MariaDbContractTest extends ServerContract {
    @Override
    String newDatabase() {
        return MariaDb.newDatabase();
    }

    @Override
    DataSource newHostDatabase() {
        return MariaDb.newReadingCommitted();
    }
}
