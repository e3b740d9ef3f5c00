package io.tikit.tck;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A line to a database: give the storage {@link #dataSource} instead of the real one. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class JdbcLine implements Line {
    private final DataSource real;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private boolean cut;
    private boolean lost;
    private int statementsLeft;
    private boolean beforeCommit;
    private boolean afterCommit;

    /**
     * Makes a whole line.
     *
     * @param real leads to the database
     */
    public JdbcLine(DataSource real) {
        this.real = Objects.requireNonNull(real, "real");
    }

    /**
     * The storage's end of the line.
     *
     * @return a data source whose connections can be lost
     */
    public DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                return call(real, method, arguments);
            }
            if (isCut()) {
                throw gone();
            }
            Connection connection = (Connection) Objects.requireNonNull(call(real, method, arguments));
            open.add(connection);
            return proxy(Connection.class, (own, called, given) -> onConnection(connection, called, given));
        });
    }

    @Override
    public void cut() {
        synchronized (this) {
            cut = true;
            lost = true;
        }
        open.forEach(this::lose);
    }

    @Override
    public synchronized void loseStatement(int nth) {
        statementsLeft = nth;
    }

    @Override
    public synchronized void loseCommit() {
        beforeCommit = true;
    }

    @Override
    public synchronized void loseAnswerToCommit() {
        afterCommit = true;
    }

    @Override
    public synchronized boolean mend() {
        boolean was = lost;
        cut = false;
        lost = false;
        statementsLeft = 0;
        beforeCommit = false;
        afterCommit = false;
        return was;
    }

    private synchronized boolean isCut() {
        return cut;
    }

    private @Nullable Object onConnection(Connection connection, Method method, Object @Nullable [] given)
            throws Throwable {
        String name = method.getName();
        if (name.equals("close")) {
            open.remove(connection);
            connection.close();
            return null;
        }
        if (!open.contains(connection)) {
            return answerOfTheDead(name);
        }
        if (name.equals("commit")) {
            return commit(connection);
        }
        Object result = call(connection, method, given);
        if (result instanceof Statement) {
            return proxy(method.getReturnType(), (own, called, what) -> onStatement(connection, result, called, what));
        }
        return result;
    }

    private @Nullable Object commit(Connection connection) throws SQLException {
        if (takes(beforeCommit)) {
            lose(connection);
            throw gone();
        }
        connection.commit();
        if (takes(afterCommit)) {
            lose(connection);
            throw gone();
        }
        return null;
    }

    private synchronized boolean takes(boolean planned) {
        if (planned) {
            beforeCommit = false;
            afterCommit = false;
            lost = true;
        }
        return planned;
    }

    private @Nullable Object onStatement(
            Connection connection, Object statement, Method method, Object @Nullable [] given) throws Throwable {
        String name = method.getName();
        if (name.equals("close")) {
            return open.contains(connection) ? call(statement, method, given) : null;
        }
        if (!open.contains(connection)) {
            return answerOfTheDead(name);
        }
        if (name.startsWith("execute") && isLost()) {
            lose(connection);
            throw gone();
        }
        return call(statement, method, given);
    }

    private synchronized boolean isLost() {
        if (statementsLeft > 0) {
            statementsLeft--;
            lost |= statementsLeft == 0;
            return statementsLeft == 0;
        }
        return false;
    }

    private static Object answerOfTheDead(String name) throws SQLException {
        if (name.equals("isClosed")) {
            return true;
        }
        if (name.equals("isValid")) {
            return false;
        }
        throw gone();
    }

    /** The database finds out by itself and takes back what was not committed. */
    private void lose(Connection connection) {
        if (open.remove(connection)) {
            try {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException("the connection could not be given back", e);
            }
        }
    }

    private static SQLException gone() {
        return new SQLNonTransientConnectionException("the line was cut by the test", "08006");
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(JdbcLine.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
