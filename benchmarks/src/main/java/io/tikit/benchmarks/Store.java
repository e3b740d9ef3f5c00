package io.tikit.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.tikit.core.TikitEngine;
import java.nio.file.Path;
import javax.sql.DataSource;

/** A kind of database on which both sides keep their rows. */
interface Store {
    String name();

    /** Makes an empty database with default durability. */
    Place place(String name) throws Exception;

    /** Opens a store by name; it ends with the folder it is in. */
    static Store open(String name, Scratch scratch) throws Exception {
        return switch (name) {
            case "derby" -> new DerbyStore(scratch);
            case "postgresql" -> PostgresStore.start(scratch);
            case "mariadb" -> MariaDbStore.start(scratch);
            default -> throw new Arguments.Wrong("--store takes derby, postgresql or mariadb, not '" + name + "'");
        };
    }

    /** A database of its own, and a home for an engine on it. */
    interface Place {
        Path home();

        /** An engine that opens the database by itself, as it would for a host. */
        TikitEngine.Builder engine(int connections);

        /** Connections beside or without an engine. */
        HikariDataSource pool(int connections);

        /** How many bytes of log the database has written so far. */
        long logBytes(DataSource connections) throws Exception;
    }
}
