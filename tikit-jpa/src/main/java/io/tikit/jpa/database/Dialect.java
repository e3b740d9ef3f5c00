package io.tikit.jpa.database;

import io.tikit.jpa.codec.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the databases differ in what this module says to them. All else asks here for an ability or for a piece of a
 * statement, and for no database by name.
 */
public enum Dialect {
    /** Embedded in the process. */
    DERBY("derby", "org.eclipse.persistence.platform.database.DerbyPlatform", "tikit_now()") {
        @Override
        String ping() {
            return "VALUES 1";
        }

        @Override
        public String forUpdate() {
            return " FOR UPDATE WITH RS";
        }

        @Override
        public Optional<String> placeInBytes(String wanted, String column) {
            return Optional.empty();
        }

        @Override
        public String byIndex(String index) {
            return " --DERBY-PROPERTIES index=" + index.toUpperCase(Locale.ROOT) + "\n";
        }
    },
    /** A server that several nodes share. */
    POSTGRESQL(
            "postgresql",
            PostgresPlatform.class.getName(),
            "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)") {
        @Override
        public void setId(PreparedStatement statement, int index, @Nullable UUID id) throws SQLException {
            if (id == null) {
                statement.setNull(index, Types.OTHER);
            } else {
                statement.setObject(index, id);
            }
        }

        @Override
        public UUID id(ResultSet row, int column) throws SQLException {
            return row.getObject(column, UUID.class);
        }

        @Override
        public Object idValue(UUID id) {
            return id;
        }

        @Override
        public String placeInText(String wanted, String column) {
            return "POSITION(" + wanted + " IN " + column + ")";
        }

        @Override
        Optional<String> onConnect(Duration lockTimeout) {
            return Optional.of("SET lock_timeout = " + lockTimeout.toMillis());
        }

        @Override
        public String together(List<String> statements) {
            return String.join("; ", statements);
        }

        @Override
        public String among(String column, int count) {
            return column + " = ANY (?)";
        }

        @Override
        public int setIds(PreparedStatement statement, int first, Collection<UUID> ids) throws SQLException {
            statement.setArray(first, statement.getConnection().createArrayOf("uuid", ids.toArray()));
            return first + 1;
        }

        @Override
        public int setNumbers(PreparedStatement statement, int first, Collection<Integer> numbers) throws SQLException {
            statement.setArray(first, statement.getConnection().createArrayOf("int4", numbers.toArray()));
            return first + 1;
        }

        @Override
        public String onTaken(String key) {
            return " ON CONFLICT (" + key + ") DO UPDATE SET ";
        }

        @Override
        public String proposed(String column) {
            return "excluded." + column;
        }

        @Override
        public String onlyIf(String condition) {
            return " WHERE " + condition;
        }

        @Override
        public boolean returnsUpdated() {
            return true;
        }
    },
    /** Another server that several nodes share. */
    MARIADB(
            "mariadb",
            MariaDbPlatform.class.getName(),
            // Of the start of the statement, which makes a lease end rather too early than too late. Free of time
            // zones.
            "(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000)") {
        @Override
        Optional<String> onConnect(Duration lockTimeout) {
            return Optional.of("SET SESSION innodb_lock_wait_timeout = " + Math.max(1, lockTimeout.toSeconds())
                    + ", sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'");
        }

        @Override
        Optional<String> objection(Connection connection) throws SQLException {
            return MariaDbServer.objection(connection);
        }

        @Override
        public boolean readsCommittedByDefault() {
            return false;
        }

        @Override
        public String together(List<String> statements) {
            // One statement to the driver, which takes several only if the URL says so.
            return "BEGIN NOT ATOMIC " + String.join("; ", statements) + "; END";
        }

        @Override
        public String onTaken(String key) {
            return " ON DUPLICATE KEY UPDATE ";
        }

        @Override
        public String proposed(String column) {
            return "VALUES(" + column + ")";
        }
    };

    private final String folder;
    private final String platform;
    private final String now;

    Dialect(String folder, String platform, String now) {
        this.folder = folder;
        this.platform = platform;
        this.now = now;
    }

    /** The database that a JDBC URL leads to, judged by what stands before the host; empty for one that is not known. */
    public static Optional<Dialect> ofUrl(String url) {
        return ofProduct(url.split("//", 2)[0]);
    }

    /** The database of a name that a driver gives; empty for one that is not known. */
    static Optional<Dialect> ofProduct(String name) {
        String product = name.toLowerCase(Locale.ROOT);
        for (Dialect dialect : values()) {
            if (product.contains(dialect.folder)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    /** The folder of the migrations. */
    String folder() {
        return folder;
    }

    /** The persistence provider's name for the database. */
    String platform() {
        return platform;
    }

    /** The cheapest question. */
    String ping() {
        return "SELECT 1";
    }

    /** What is said once on each connection of a pool of ours, so that it costs no statement in each unit. */
    Optional<String> onConnect(Duration lockTimeout) {
        return Optional.empty();
    }

    /** What about the server makes it unfit, and what to do about it. */
    Optional<String> objection(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /** Whether several nodes may use one database. */
    public boolean isShared() {
        return this != DERBY;
    }

    /** Whether a transaction reads what is committed unless somebody asked for more. */
    public boolean readsCommittedByDefault() {
        return true;
    }

    /** The database's own time in SQL, in milliseconds since 1970. */
    public String now() {
        return now;
    }

    /** Names the index along which a table is read, behind the table, where the database does not see it by itself. */
    public String along(String index) {
        return readersWait() ? " --DERBY-PROPERTIES index=" + index + "\n" : "";
    }

    /** Binds an id or none. */
    public void setId(PreparedStatement statement, int index, @Nullable UUID id) throws SQLException {
        if (id == null) {
            statement.setNull(index, Types.BINARY);
        } else {
            statement.setBytes(index, Ids.bytes(id));
        }
    }

    /** Reads an id. */
    public UUID id(ResultSet row, int column) throws SQLException {
        return Ids.of(row.getBytes(column));
    }

    /** An id as a statement of SQL through the provider takes it. */
    public Object idValue(UUID id) {
        return Ids.bytes(id);
    }

    /** What makes a query lock the rows that it finds until the transaction ends. */
    public String forUpdate() {
        return " FOR UPDATE";
    }

    /** What stands behind the name of a table that is to be read by an index that the database would not choose itself. */
    public String byIndex(String index) {
        return "";
    }

    /** Where in a column of text a text stands, from 1; 0 where it does not. */
    public String placeInText(String wanted, String column) {
        return "LOCATE(" + wanted + ", " + column + ")";
    }

    /** The same for bytes in a column of bytes; empty where the database does not look into bytes. */
    public Optional<String> placeInBytes(String wanted, String column) {
        return Optional.of(placeInText(wanted, column));
    }

    /**
     * Whether a list of keys in one statement is found by index. Derby looks up a list by index only if the list is about
     * the first column, which here is the tenant; but a statement per key costs it no round trip.
     */
    public boolean findsLists() {
        return this != DERBY;
    }

    /** Whether several statements can be sent in one round trip. */
    public boolean sendsTogether() {
        return this != DERBY;
    }

    /** Several statements in one round trip, within a transaction. */
    public String together(List<String> statements) {
        throw new IllegalStateException(this + " takes one statement at a time");
    }

    /** That a column has one of so many values, which {@link #setIds} or {@link #setNumbers} binds. */
    public String among(String column, int count) {
        return count == 0
                ? "1 = 0"
                : column + " IN (" + String.join(", ", Collections.nCopies(Ids.paddedSize(count), "?")) + ")";
    }

    /** Binds ids from a place on; gives the place behind them. */
    public int setIds(PreparedStatement statement, int first, Collection<UUID> ids) throws SQLException {
        int index = first;
        if (!ids.isEmpty()) {
            for (UUID id : Ids.padded(ids)) {
                setId(statement, index++, id);
            }
        }
        return index;
    }

    /** Binds numbers from a place on; gives the place behind them. */
    public int setNumbers(PreparedStatement statement, int first, Collection<Integer> numbers) throws SQLException {
        int index = first;
        if (!numbers.isEmpty()) {
            for (int number : Ids.padded(numbers)) {
                statement.setInt(index++, number);
            }
        }
        return index;
    }

    /** Whether an insert may change the row that has the key already, by {@link #onTaken}, and give back what is there. */
    public boolean upserts() {
        return this != DERBY;
    }

    /**
     * What stands behind the values of an insert and before the changes to make instead when the key is taken. MariaDB
     * makes them one after the other and sees the earlier ones, so a column is changed after all that ask for its old
     * value.
     */
    public String onTaken(String key) {
        throw new IllegalStateException(this + " inserts or updates");
    }

    /** Within changes after {@link #onTaken}: what was to be inserted. */
    public String proposed(String column) {
        throw new IllegalStateException(this + " inserts or updates");
    }

    /**
     * What stands behind the changes after {@link #onTaken}, where the database can leave a row alone. The changes must
     * keep what is there unless the condition holds all the same.
     */
    public String onlyIf(String condition) {
        return "";
    }

    /** Whether an update gives back what it wrote. */
    public boolean returnsUpdated() {
        return false;
    }

    /** Whether a reader waits for rows that another transaction has inserted and not yet committed. */
    public boolean readersWait() {
        return this == DERBY;
    }
}
