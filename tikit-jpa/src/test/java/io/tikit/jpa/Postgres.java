package io.tikit.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL server, one for all tests of a JVM and started by the first that needs it, durable like a server in
 * production. Each test class gets a database of its own.
 */
final class Postgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Optional<EmbeddedPostgres> SERVER = start();

    private Postgres() {}

    private static Optional<EmbeddedPostgres> start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    server.close();
                } catch (IOException e) {
                    throw new IllegalStateException("PostgreSQL did not stop", e);
                }
            }));
            return Optional.of(server);
        } catch (IOException | IllegalStateException e) {
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException("PostgreSQL must run where the environment says CI=true", e);
            }
            return Optional.empty();
        }
    }

    /** Makes an empty database and gives its URL; skips the test where no server can run. */
    static String newDatabase() {
        String name = newName();
        return SERVER.orElseThrow().getJdbcUrl("postgres", name);
    }

    /** Makes an empty database and gives a data source without a pool. */
    static DataSource newDataSource() {
        String name = newName();
        return SERVER.orElseThrow().getDatabase("postgres", name);
    }

    private static String newName() {
        Assumptions.assumeTrue(SERVER.isPresent(), "PostgreSQL cannot be started here");
        String name = "tikit_test_" + DATABASES.incrementAndGet();
        try (Connection connection = SERVER.orElseThrow().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database could be made", e);
        }
        return name;
    }
}
