package io.tikit.jpa.database;

import io.tikit.jpa.codec.Ids;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the two databases differ in what this module says to them. */
public enum Dialect {
    /** Embedded in the process. */
    DERBY("derby", "org.eclipse.persistence.platform.database.DerbyPlatform", "tikit_now()") {
        @Override
        public void setId(PreparedStatement statement, int index, @Nullable UUID id) throws SQLException {
            if (id == null) {
                statement.setNull(index, Types.BINARY);
            } else {
                statement.setBytes(index, Ids.bytes(id));
            }
        }

        @Override
        public UUID id(ResultSet row, int column) throws SQLException {
            return Ids.of(row.getBytes(column));
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
    };

    private final String folder;
    private final String platform;
    private final String now;

    Dialect(String folder, String platform, String now) {
        this.folder = folder;
        this.platform = platform;
        this.now = now;
    }

    /** Binds an id or none. */
    public abstract void setId(PreparedStatement statement, int index, @Nullable UUID id) throws SQLException;

    /** Reads an id. */
    public abstract UUID id(ResultSet row, int column) throws SQLException;

    /** The folder of the migrations. */
    String folder() {
        return folder;
    }

    /** The persistence provider's name for the database. */
    String platform() {
        return platform;
    }

    /** The database's own time in SQL, in milliseconds since 1970. */
    public String now() {
        return now;
    }

    /**
     * Whether a list of keys in one statement is found by index. Derby looks up a list by index only if the list is about
     * the first column, which here is the tenant; but a statement per key costs it no round trip.
     */
    public boolean findsLists() {
        return this == POSTGRESQL;
    }

    /** Whether several statements can be sent in one round trip. */
    public boolean sendsTogether() {
        return this == POSTGRESQL;
    }

    /** Whether a reader waits for rows that another transaction has inserted and not yet committed. */
    public boolean readersWait() {
        return this == DERBY;
    }
}
