package io.tikit.core;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What becomes of suggestions once more, each time with an empty database of a PostgreSQL server. */
class PostgresSuggestionTest extends SuggestionScenarioTest {
    private static EmbeddedPostgres server;
    private static int databases;

    @BeforeAll
    static void start() throws IOException {
        server = PostgresServer.start();
    }

    @BeforeEach
    void beginAnew() throws SQLException {
        String database = "desk" + ++databases;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
        DeskFixture.STORAGE.set(builder -> builder.dataSource(server.getDatabase("postgres", database)));
    }

    @AfterAll
    static void stop() throws IOException {
        DeskFixture.STORAGE.remove();
        if (server != null) {
            server.close();
        }
    }
}
