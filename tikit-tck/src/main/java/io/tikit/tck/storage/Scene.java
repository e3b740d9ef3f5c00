package io.tikit.tck.storage;

import io.tikit.tck.JdbcHostTransaction;
import java.sql.SQLException;

/** What happens between a host and a tenant of a storage that joins its transactions. */
@FunctionalInterface
interface Scene {
    void play(JdbcHostTransaction host, TestTenant tenant) throws SQLException;
}
