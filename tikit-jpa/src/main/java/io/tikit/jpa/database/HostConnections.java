package io.tikit.jpa.database;

import io.tikit.spi.transaction.HostTransaction;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A data source that hands out the host's connection of the calling thread. Whoever uses it believes to begin, commit,
 * roll back and close; the host alone does so.
 */
public final class HostConnections implements DataSource {
    private static final Set<String> THE_HOST_DECIDES =
            Set.of("commit", "rollback", "close", "setAutoCommit", "setTransactionIsolation", "setReadOnly", "abort");

    private final HostTransaction host;

    public HostConnections(HostTransaction host) {
        this.host = host;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = host.connection();
        return (Connection) Proxy.newProxyInstance(
                HostConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (THE_HOST_DECIDES.contains(method.getName())) {
                        return null;
                    }
                    if (method.getName().equals("getAutoCommit")) {
                        return true;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException("the host's connection has no log of ours");
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("the host's connection has no log of ours");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("the host's connection is open already");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("the host's connection has no log of ours");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("there is nothing inside that is a " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
