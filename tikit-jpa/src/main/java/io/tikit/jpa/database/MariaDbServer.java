package io.tikit.jpa.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;

/** What a MariaDB server must be set to. Its defaults are fine; but a host's server may be set otherwise. */
final class MariaDbServer {
    /** A million characters and their escapes. */
    private static final long LEAST_PACKET = 16L << 20;

    /**
     * Error codes of a statement that met another: a lock that was waited for too long, a row changed since it was read,
     * a statement that took too long. Where the state says nothing, the code does; other drivers use no such codes.
     */
    static final Set<Integer> GIVEN_UP = Set.of(1205, 1020, 1969);

    /**
     * Error codes of a server that cannot serve now: disk full, table space full, too many connections of a user, writes
     * refused, connection killed.
     */
    static final Set<Integer> LOST = Set.of(1021, 1114, 1203, 1290, 1836, 1927);

    private static final String COLLATION = "utf8mb4_nopad_bin";

    /** Our tables, without views and without the table of the library that brings the schema up to date. */
    private static final String OURS = " FROM information_schema.tables WHERE table_schema = DATABASE()"
            + " AND table_type = 'BASE TABLE' AND table_name LIKE 'tikit#_%' ESCAPE '#'"
            + " AND table_name <> 'tikit_schema_history'";

    private MariaDbServer() {}

    static Optional<String> objection(Connection connection) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        if (server.getDatabaseMajorVersion() * 100 + server.getDatabaseMinorVersion() < 1011) {
            return Optional.of(
                    "the server is MariaDB " + server.getDatabaseProductVersion() + "; 10.11 or later is needed");
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@sql_mode, @@max_allowed_packet")) {
            row.next();
            String mode = row.getString(1);
            if (!mode.contains("STRICT_TRANS_TABLES") && !mode.contains("STRICT_ALL_TABLES")) {
                return Optional.of("the sql_mode '" + mode + "' lets the server cut off texts that are too long;"
                        + " add STRICT_TRANS_TABLES to it, on the server or by sessionVariables in the URL");
            }
            if (mode.contains("EMPTY_STRING_IS_NULL")) {
                return Optional.of("the sql_mode '" + mode + "' takes empty texts for absent ones;"
                        + " remove EMPTY_STRING_IS_NULL from it");
            }
            if (row.getLong(2) < LEAST_PACKET) {
                return Optional.of("max_allowed_packet is " + row.getLong(2)
                        + ", too little for the longest entry; set it to 16M or more on the server");
            }
        }
        return tables(connection);
    }

    /**
     * Tables that somebody converted, or restored as others: without transactions nothing is kept together, and another
     * collation takes texts for equal that are not. Reads the catalog of this database alone, once at start.
     */
    private static Optional<String> tables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(
                    "SELECT table_name, engine" + OURS + " AND engine <> 'InnoDB'" + " ORDER BY table_name LIMIT 1")) {
                if (row.next()) {
                    return Optional.of("the table " + row.getString(1) + " is kept by " + row.getString(2)
                            + ", which has no transactions; convert it with ALTER TABLE ... ENGINE = InnoDB");
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT c.table_name, c.column_name, c.collation_name"
                    + " FROM information_schema.columns c WHERE c.table_schema = DATABASE() AND c.collation_name <> '"
                    + COLLATION + "' AND c.table_name IN (SELECT table_name" + OURS + ")"
                    + " ORDER BY c.table_name, c.column_name LIMIT 1")) {
                if (row.next()) {
                    return Optional.of("the column " + row.getString(1) + "." + row.getString(2) + " is compared by "
                            + row.getString(3) + ", which takes different texts for equal; it must be " + COLLATION);
                }
            }
        }
        return Optional.empty();
    }
}
