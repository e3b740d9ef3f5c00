package io.tikit.jpa;

import javax.sql.DataSource;

/** The contract on a real PostgreSQL server. */
class PostgresContractTest extends ServerContract {
    @Override
    String newDatabase() {
        return Postgres.newDatabase();
    }

    @Override
    DataSource newHostDatabase() {
        return Postgres.newDataSource();
    }
}
