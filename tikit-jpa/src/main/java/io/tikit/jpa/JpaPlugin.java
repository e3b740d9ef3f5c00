package io.tikit.jpa;

import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.Setting;
import io.tikit.spi.TikitPlugin;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The plugin {@code jpa}: storage on embedded Derby, PostgreSQL or MariaDB. The database is, in this order, the host's
 * data source; what {@code jpa.url} names; embedded Derby in the folder {@code db} of the engine's home; or, without a home, Derby in
 * memory, which is gone when the engine closes.
 *
 * <p>A host's data source must hand out connections that are not bound to a transaction of the calling thread: such
 * transactions are joined through {@link io.tikit.spi.transaction.HostTransaction}. Lock time-outs are then those of the
 * host's database.
 *
 * <p>Derby writes its own diary to the file {@code derby.log} in the working directory of the process, unless the host
 * sets the system property {@code derby.stream.error.file}; a library must not set it for the whole process.
 *
 * @since 0.1
 */
public final class JpaPlugin implements TikitPlugin {
    /** The JDBC URL of a PostgreSQL, MariaDB or Derby database. */
    public static final Setting<String> URL = Setting.text("url");

    /** The user of the database. */
    public static final Setting<String> USER = Setting.text("user");

    /** The password of the user. */
    public static final Setting<String> PASSWORD = Setting.secret("password");

    /** How many connections units of work may use at once; a few more serve leases, number blocks, work and feed. */
    public static final Setting<Integer> POOL_SIZE = Setting.number("pool.size", 16, 1, 1000);

    /** How long a writer waits for a lock before it gives up with STORAGE_CONFLICT. */
    public static final Setting<Duration> LOCK_TIMEOUT = Setting.duration("lock.timeout", Duration.ofSeconds(10));

    /**
     * The folder {@code db} of a closed engine's home, or a backup made by Derby, with whose rows an embedded database
     * begins when it is made. It is read, not changed, and without effect on a database that is there.
     */
    public static final Setting<Path> BEGIN_FROM = Setting.path("begin-from");

    /** Made by the service loader. */
    public JpaPlugin() {}

    @Override
    public PluginDescriptor descriptor() {
        return PluginDescriptor.of("jpa", "0.1.0", URL, USER, PASSWORD, POOL_SIZE, LOCK_TIMEOUT, BEGIN_FROM);
    }

    @Override
    public void contribute(Contributions to, PluginContext context) {
        to.add(ExtensionPoint.STORAGE, "jpa", new JpaStorage(context));
    }
}
