package io.tikit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema beside a host's own, and schemas that this version cannot know. */
class MigrationTest {
    private static final String HISTORY = "\"tikit_schema_history\"";

    static Stream<DataSource> databases() {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName("memory:migration-" + System.nanoTime());
        derby.setCreateDatabase("create");
        return Stream.of(derby, Postgres.newDataSource(), MariaDb.newDataSource());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void hostWithTheSameLibraryIsNotDisturbed(DataSource database) throws SQLException {
        execute(database, "CREATE TABLE host_order (id INTEGER NOT NULL)");
        Flyway host = Flyway.configure(MigrationTest.class.getClassLoader())
                .dataSource(database)
                .baselineOnMigrate(true)
                .load();
        host.migrate();
        open(database);
        assertThat(host.info().all())
                .allSatisfy(info -> assertThat(info.getScript()).doesNotContain("desk"));
        host.migrate();
        host.validate();
        open(database);
        assertThat(count(database, "tikit_ticket")).isZero();
        assertThat(count(database, "host_order")).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void secondStartChangesNothing(DataSource database) throws SQLException {
        open(database);
        long before = count(database, HISTORY);
        open(database);
        assertThat(count(database, HISTORY)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void newerSchemaIsRefused(DataSource database) throws SQLException {
        open(database);
        execute(
                database,
                "INSERT INTO " + HISTORY + " (\"installed_rank\", \"version\", \"description\", \"type\","
                        + " \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                        + " VALUES (90, '999', 'later', 'SQL', 'V999__later.sql', 1, 'somebody', 1, TRUE)");
        assertThatThrownBy(() -> open(database))
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_UNKNOWN))
                .hasMessageContaining("999");
    }

    private static void open(DataSource database) {
        try (JpaStorage storage = new JpaStorage(TestContext.on(database))) {
            storage.open();
            storage.ping();
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(quoted(connection, sql));
        }
    }

    private static long count(DataSource database, String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(quoted(connection, "SELECT COUNT(*) FROM " + table))) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String quoted(Connection connection, String sql) throws SQLException {
        return sql.replace("\"", connection.getMetaData().getIdentifierQuoteString());
    }
}
