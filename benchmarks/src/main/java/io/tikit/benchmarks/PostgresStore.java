package io.tikit.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A PostgreSQL server of our own on a free port, as durable as it comes by default. */
final class PostgresStore implements Store {
    private static final String USER = "postgres";

    private final Scratch scratch;
    private final EmbeddedPostgres server;

    private PostgresStore(Scratch scratch, EmbeddedPostgres server) {
        this.scratch = scratch;
        this.server = server;
    }

    static PostgresStore start(Scratch scratch) throws IOException, SQLException {
        Path data = scratch.folder("postgresql").resolve("data");
        EmbeddedPostgres server = scratch.keep(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        scratch.folder("postgresql-binaries").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(true)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .start());
        PostgresStore store = new PostgresStore(scratch, server);
        store.require("data_directory", data.toRealPath().toString());
        store.require("fsync", "on");
        store.require("synchronous_commit", "on");
        store.require("full_page_writes", "on");
        return store;
    }

    /** Another server could answer on our port, or a setting could have been ignored. */
    private void require(String setting, String wanted) throws SQLException {
        String found = text(server.getPostgresDatabase(), "SELECT current_setting('" + setting + "')");
        if (!found.equals(wanted)) {
            throw new IllegalStateException(
                    "the server has " + setting + " '" + found + "' instead of '" + wanted + "'");
        }
    }

    private static String text(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Place place(String name) throws IOException, SQLException {
        String database = name.replace('-', '_');
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        return new PostgresPlace(scratch.folder(name), server.getJdbcUrl(USER, database));
    }

    private record PostgresPlace(Path home, String url) implements ServerPlace {
        @Override
        public long logBytes(DataSource connections) throws SQLException {
            return Long.parseLong(text(connections, "SELECT (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint"));
        }
    }
}
