package io.tikit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.JdbcHostTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers, tables and transactions on which the promises could not be kept. */
class MariaDbRefusalTest {
    @Test
    void serverThatCutsTextsIsRefused() throws SQLException {
        refused(with(MariaDb.newReadingCommitted(), "SET sql_mode = ''"), "STRICT_TRANS_TABLES");
    }

    @Test
    void serverThatTakesEmptyTextsForAbsentOnesIsRefused() throws SQLException {
        refused(
                with(MariaDb.newReadingCommitted(), "SET sql_mode = 'STRICT_ALL_TABLES,EMPTY_STRING_IS_NULL'"),
                "EMPTY_STRING_IS_NULL");
    }

    @Test
    void serverThatTakesOnlySmallStatementsIsRefused() throws SQLException {
        DataSource database = MariaDb.newReadingCommitted();
        long usual = MariaDb.global("max_allowed_packet");
        try {
            execute(database, "SET GLOBAL max_allowed_packet = 1048576");
            refused(database, "max_allowed_packet is 1048576");
        } finally {
            execute(database, "SET GLOBAL max_allowed_packet = " + usual);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 6, true", "5, 7, true", "10, 11, false", "11, 4, false", "12, 0, false"})
    void olderServerIsRefused(int major, int minor, boolean refused) throws SQLException {
        DataSource database = ofVersion(MariaDb.newReadingCommitted(), major, minor);
        if (refused) {
            refused(database, "10.11 or later is needed");
        } else {
            open(database);
        }
    }

    @Test
    void relativesAreNoMariaDb() {
        assertThatThrownBy(() -> {
                    try (JpaStorage storage = new JpaStorage(
                            TestContext.inMemory().with(Map.of("url", "jdbc:mysql://127.0.0.1/mariadb")))) {
                        storage.open();
                    }
                })
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE))
                .hasMessageContaining("none of Derby, PostgreSQL and MariaDB");
    }

    @Test
    void tablesOfAnotherKindAreRefused() throws SQLException {
        DataSource engine = MariaDb.newReadingCommitted();
        open(engine);
        execute(engine, "ALTER TABLE tikit_lease ENGINE = Aria");
        refused(engine, "tikit_lease is kept by Aria");

        DataSource collation = MariaDb.newReadingCommitted();
        open(collation);
        execute(
                collation,
                "ALTER TABLE tikit_team MODIFY name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NOT NULL");
        refused(collation, "tikit_team.name is compared by utf8mb4_general_ci");
    }

    @Test
    void transactionThatDoesNotSeeWhatOthersDidIsRefused() throws SQLException {
        DataSource database = MariaDb.newDataSource();
        JdbcHostTransaction host = new JdbcHostTransaction(database);
        try (JpaStorage storage = new JpaStorage(TestContext.on(database).joining(host))) {
            storage.open();
            TenantId tenant = Samples.desk(storage, "snapshot").tenant();
            host.begin();
            host.connection().setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            assertThatThrownBy(() -> join(storage, tenant))
                    .isInstanceOfSatisfying(
                            UnavailableException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.HOST_TRANSACTION))
                    .hasMessageContaining("READ COMMITTED");
            host.rollback();
        }
        DataSource committed = MariaDb.newReadingCommitted();
        JdbcHostTransaction other = new JdbcHostTransaction(committed);
        try (JpaStorage storage = new JpaStorage(TestContext.on(committed).joining(other))) {
            storage.open();
            TenantId tenant = Samples.desk(storage, "present").tenant();
            other.begin();
            join(storage, tenant);
            other.rollback();
        }
    }

    private static void join(JpaStorage storage, TenantId tenant) {
        try (UnitOfWork unit = storage.begin(tenant, UnitMode.JOINED)) {
            unit.tickets().scan(Optional.empty(), 1);
        }
    }

    /** The same server with other connections. */
    private static DataSource with(DataSource database, String first) {
        return connecting(database, connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(first);
            }
            return connection;
        });
    }

    /** The same server, which says that it is another. */
    private static DataSource ofVersion(DataSource database, int major, int minor) {
        return connecting(
                database,
                connection -> proxy(
                        Connection.class,
                        connection,
                        (method, answer) -> answer instanceof DatabaseMetaData known
                                ? proxy(DatabaseMetaData.class, known, (name, value) -> switch (name) {
                                    case "getDatabaseMajorVersion" -> major;
                                    case "getDatabaseMinorVersion" -> minor;
                                    default -> value;
                                })
                                : answer));
    }

    /** What becomes of a connection before it is given out. */
    @FunctionalInterface
    private interface Change {
        Connection made(Connection connection) throws SQLException;
    }

    private static DataSource connecting(DataSource database, Change change) {
        return proxy(DataSource.class, database, (method, answer) -> {
            try {
                return answer instanceof Connection connection ? change.made(connection) : answer;
            } catch (SQLException e) {
                throw new IllegalStateException("the connection could not be changed", e);
            }
        });
    }

    private static <T> T proxy(Class<T> type, T target, BiFunction<String, Object, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                MariaDbRefusalTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return answers.apply(method.getName(), method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static void refused(DataSource database, String why) {
        assertThatThrownBy(() -> open(database))
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE))
                .hasMessageContaining(why);
    }

    private static void open(DataSource database) {
        try (JpaStorage storage = new JpaStorage(TestContext.on(database))) {
            storage.open();
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
