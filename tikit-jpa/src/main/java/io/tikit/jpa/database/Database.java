package io.tikit.jpa.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** An open database: what it is, connections for units and for what lives outside units, and how to end it. */
public final class Database implements AutoCloseable {
    private static final int SIDE_CONNECTIONS = 4;

    private final Dialect dialect;
    private final DataSource units;
    private final DataSource side;
    private final @Nullable EmbeddedDerby embedded;

    private Database(Dialect dialect, DataSource units, DataSource side, @Nullable EmbeddedDerby embedded) {
        this.dialect = dialect;
        this.units = units;
        this.side = side;
        this.embedded = embedded;
    }

    /**
     * Where the database is and how to use it.
     *
     * @param beginFrom a closed database whose rows a new embedded one begins with
     */
    public record Address(
            Optional<DataSource> host,
            Optional<String> url,
            Optional<String> user,
            Optional<String> password,
            Optional<Path> folder,
            Optional<Path> beginFrom,
            int poolSize,
            Duration lockTimeout) {}

    /** Connects, in this order: to the host's data source, to the URL, to embedded Derby in the folder or in memory. */
    public static Database open(Address address) {
        Database database = address.host().isPresent()
                ? host(address.host().get())
                : address.url().isPresent() ? remote(address, address.url().get()) : embedded(address);
        try {
            database.check();
            Migrations.run(database.dialect, database.units);
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
        return database;
    }

    private static Database host(DataSource host) {
        // The host pools; another pool on top would hold its connections for ever.
        Dialect dialect = dialect(host);
        DataSource source = new HostPool(host, dialect);
        return new Database(dialect, source, source, null);
    }

    private void check() {
        try (Connection connection = units.getConnection()) {
            Optional<String> objection = dialect.objection(connection);
            if (objection.isPresent()) {
                throw new UnavailableException(ErrorCode.STORAGE_UNAVAILABLE, objection.get(), null);
            }
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    private static Database remote(Address address, String url) {
        Dialect dialect = Dialect.ofUrl(url).orElseThrow(Database::unknown);
        HikariDataSource units =
                pool(dialect, "tikit", address.poolSize(), config -> target(config, dialect, address, url));
        return withSide(dialect, units, null, config -> target(config, dialect, address, url));
    }

    private static void target(HikariConfig config, Dialect dialect, Address address, String url) {
        config.setJdbcUrl(url);
        address.user().ifPresent(config::setUsername);
        address.password().ifPresent(config::setPassword);
        dialect.onConnect(address.lockTimeout()).ifPresent(config::setConnectionInitSql);
    }

    private static Database embedded(Address address) {
        EmbeddedDerby derby = address.folder().map(EmbeddedDerby::inFolder).orElseGet(EmbeddedDerby::inMemory);
        DataSource source = derby.boot(address.lockTimeout(), address.beginFrom());
        boolean done = false;
        try {
            HikariDataSource units =
                    pool(Dialect.DERBY, "tikit", address.poolSize(), config -> config.setDataSource(source));
            Database database = withSide(Dialect.DERBY, units, derby, config -> config.setDataSource(source));
            done = true;
            return database;
        } finally {
            if (!done) {
                derby.close();
            }
        }
    }

    private static Database withSide(
            Dialect dialect, HikariDataSource units, @Nullable EmbeddedDerby embedded, Consumer<HikariConfig> target) {
        boolean done = false;
        try {
            // Leases, number blocks and the work and feed never wait for units, which may wait for them.
            HikariDataSource side = pool(dialect, "tikit-side", SIDE_CONNECTIONS, target);
            done = true;
            return new Database(dialect, units, side, embedded);
        } finally {
            if (!done) {
                units.close();
            }
        }
    }

    private static HikariDataSource pool(Dialect dialect, String name, int size, Consumer<HikariConfig> target) {
        HikariConfig config = new HikariConfig();
        target.accept(config);
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(size, 2));
        config.setConnectionTimeout(10_000);
        config.setRegisterMbeans(false);
        config.setInitializationFailTimeout(1);
        if (dialect.isShared()) {
            config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        }
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    /** Which database the host's data source leads to. */
    public static Dialect dialect(DataSource host) {
        try (Connection connection = host.getConnection()) {
            return Dialect.ofProduct(connection.getMetaData().getDatabaseProductName())
                    .orElseThrow(Database::unknown);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    private static UnavailableException unknown() {
        return new UnavailableException(
                ErrorCode.STORAGE_UNAVAILABLE,
                "the database is none of Derby, PostgreSQL and MariaDB;"
                        + " give a data source or a jpa.url of one of them",
                null);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Connections for units of work. */
    public DataSource units() {
        return units;
    }

    /** Asks the database for a sign of life. */
    public void ping() {
        side().statement(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(dialect.ping())) {
                statement.setQueryTimeout(5);
                return statement.execute();
            }
        });
    }

    /** Connections for what lives outside units. */
    public Jdbc side() {
        return new Jdbc(side, dialect);
    }

    @Override
    public void close() {
        if (side instanceof HikariDataSource pool) {
            pool.close();
        }
        if (units instanceof HikariDataSource pool) {
            pool.close();
        }
        if (embedded != null) {
            embedded.close();
        }
    }
}
