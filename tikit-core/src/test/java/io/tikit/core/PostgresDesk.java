package io.tikit.core;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server with one database, as durable as one in production. */
final class PostgresDesk implements DatabaseServer {
    private final EmbeddedPostgres server;

    private PostgresDesk(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts it; skips the tests where none can run, unless in CI. */
    static PostgresDesk start() throws IOException {
        return new PostgresDesk(PostgresServer.start());
    }

    @Override
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void below(TikitEngine.Builder builder) {
        builder.setting("jpa.url", url()).setting("jpa.user", "postgres").setting("jpa.pool.size", "4");
    }

    @Override
    public void empty() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> deletes = new ArrayList<>();
            try (ResultSet table = statement.executeQuery("SELECT tablename FROM pg_tables WHERE"
                    + " schemaname = 'public' AND tablename <> 'tikit_schema_history'")) {
                while (table.next()) {
                    deletes.add("DELETE FROM " + table.getString(1));
                }
            }
            connection.setAutoCommit(false);
            // Without looking at references, since all tables are emptied.
            statement.execute("SET LOCAL session_replication_role = replica");
            for (String delete : deletes) {
                statement.execute(delete);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be emptied", e);
        }
    }

    @Override
    public long count(String table) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the rows cannot be counted", e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}
