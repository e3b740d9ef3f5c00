package io.tikit.core;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL server of a test's own, as durable as one in production. */
public final class PostgresServer {
    private PostgresServer() {}

    /** Starts it, to be closed by the test; skips the test where none can run, unless in CI. */
    public static EmbeddedPostgres start() throws IOException {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException | IllegalStateException e) {
            if (System.getenv("CI") == null) {
                Assumptions.abort("PostgreSQL cannot be started here: " + e.getMessage());
            }
            throw e;
        }
    }
}
