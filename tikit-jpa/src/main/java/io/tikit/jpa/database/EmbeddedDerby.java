package io.tikit.jpa.database;

import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Derby database that belongs to one storage, in a folder or in memory. Its settings are those of the database, never
 * system properties: other databases in the same JVM are somebody else's.
 */
final class EmbeddedDerby {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDerby.class);

    private final String name;
    private final boolean inMemory;
    private final @Nullable FolderLock lock;

    private EmbeddedDerby(String name, boolean inMemory, @Nullable FolderLock lock) {
        this.name = name;
        this.inMemory = inMemory;
        this.lock = lock;
    }

    static EmbeddedDerby inFolder(Path folder) {
        Path absolute = folder.toAbsolutePath();
        return new EmbeddedDerby(absolute.toString(), false, FolderLock.take(absolute));
    }

    static EmbeddedDerby inMemory() {
        return new EmbeddedDerby("memory:tikit-" + EntityManagers.unique(), true, null);
    }

    /** Boots the database, making it if it is not there, empty or with the rows of another one. */
    DataSource boot(Duration lockTimeout, Optional<Path> beginFrom) {
        EmbeddedDataSource dataSource = new EmbeddedDataSource();
        dataSource.setDatabaseName(name);
        boolean done = false;
        try {
            Optional<Path> source = beginFrom.filter(from -> inMemory || !isThere(Path.of(name)));
            if (source.isPresent()) {
                dataSource.setConnectionAttributes("createFrom=" + readable(source.get()));
                dataSource.getConnection().close();
                dataSource.setConnectionAttributes(null);
            } else {
                dataSource.setCreateDatabase("create");
            }
            if (configure(dataSource, lockTimeout) && !inMemory) {
                // Some settings are read when the database boots.
                shutDown();
            }
            done = true;
            return dataSource;
        } catch (SQLException e) {
            if (Failures.sqlExceptions(e).stream().anyMatch(cause -> "XSDB6".equals(cause.getSQLState()))) {
                throw new ConflictException(
                        ErrorCode.HOME_IN_USE,
                        "another process uses the database in " + name
                                + "; stop it, or give this engine a home of its own");
            }
            throw Failures.of(e);
        } finally {
            if (!done) {
                unlock();
            }
        }
    }

    private static boolean isThere(Path database) {
        return Files.exists(database.resolve("service.properties"));
    }

    private static Path readable(Path from) {
        Path absolute = from.toAbsolutePath();
        // A semicolon would begin another attribute of the connection.
        if (!isThere(absolute) || absolute.toString().indexOf(';') >= 0) {
            throw new UnavailableException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "jpa.begin-from names " + absolute
                            + ", which is no folder of an embedded database; give the folder db of a closed engine's home,"
                            + " whose path has no semicolon",
                    null);
        }
        return absolute;
    }

    private static boolean configure(DataSource dataSource, Duration lockTimeout) throws SQLException {
        long seconds = Math.max(1, lockTimeout.toSeconds());
        Map<String, String> wanted = new TreeMap<>(Map.of(
                // A unit that touches many rows must not lock the table against all others.
                "derby.locks.escalationThreshold", String.valueOf(Integer.MAX_VALUE),
                "derby.locks.waitTimeout", String.valueOf(seconds),
                "derby.locks.deadlockTimeout", String.valueOf(Math.min(2, seconds)),
                "derby.language.statementCache.size", "500"));
        boolean changed = false;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(
                        "VALUES SYSCS_UTIL.SYSCS_GET_DATABASE_PROPERTY(CAST(? AS VARCHAR(200)))");
                CallableStatement set = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY(?, ?)")) {
            for (Map.Entry<String, String> property : wanted.entrySet()) {
                read.setString(1, property.getKey());
                try (ResultSet row = read.executeQuery()) {
                    if (row.next() && Objects.equals(row.getString(1), property.getValue())) {
                        continue;
                    }
                }
                set.setString(1, property.getKey());
                set.setString(2, property.getValue());
                set.execute();
                changed = true;
            }
        }
        return changed;
    }

    /**
     * Ends this database and no other, and lets others have it. One in memory is out of reach then; Derby sleeps for half a
     * second before it gives the memory back, for which nobody need wait.
     */
    void close() {
        if (inMemory) {
            Thread drop = new Thread(this::shutDown, "tikit-derby-drop");
            drop.setDaemon(true);
            drop.start();
            return;
        }
        try {
            shutDown();
        } finally {
            unlock();
        }
    }

    private void unlock() {
        if (lock != null) {
            lock.release();
        }
    }

    private void shutDown() {
        EmbeddedDataSource end = new EmbeddedDataSource();
        end.setDatabaseName(name);
        if (inMemory) {
            end.setConnectionAttributes("drop=true");
        } else {
            end.setShutdownDatabase("shutdown");
        }
        try (Connection connection = end.getConnection()) {
            LOG.warn("the embedded database {} did not shut down", connection);
        } catch (SQLException e) {
            // 08006 is how Derby says that it has shut down.
            if (!"08006".equals(e.getSQLState())) {
                LOG.warn("the embedded database did not shut down cleanly (SQL state {})", e.getSQLState());
            }
        }
    }
}
