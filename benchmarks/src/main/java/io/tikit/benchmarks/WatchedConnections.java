package io.tikit.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Watches what one thread says to a database: counts what needs an answer, which on a server is a round trip, and
 * remembers the statements with their parameters.
 */
final class WatchedConnections {
    private static final Set<String> ANSWERED = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate", "commit", "rollback");

    private final DataSource source;
    private final List<Said> said = new ArrayList<>();
    private volatile @Nullable Thread watched;
    private long answers;

    WatchedConnections(DataSource source) {
        this.source = source;
    }

    /** A prepared statement as it was executed: its text, and the calls that set its parameters and limits. */
    record Said(String sql, List<Setting> settings) {}

    /** A call that set something. */
    record Setting(String method, List<Object> arguments) {}

    /** Watches the calling thread from now on. */
    void watch() {
        said.clear();
        answers = 0;
        watched = Thread.currentThread();
    }

    /** Stops and tells how many answers were waited for. */
    long stop() {
        watched = null;
        return answers;
    }

    /** The prepared statements executed while watching. */
    List<Said> said() {
        return List.copyOf(said);
    }

    /** The connections to use. */
    DataSource source() {
        return (DataSource) proxy(DataSource.class, source, null);
    }

    private Object proxy(Class<?> type, Object target, @Nullable Said statement) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            note(method, arguments, statement);
            try {
                return wrapped(method.invoke(target, arguments), method, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        });
    }

    private @Nullable Object wrapped(@Nullable Object result, Method method, Object @Nullable [] arguments) {
        if (result == null || method.getName().equals("unwrap")) {
            return result;
        }
        Said prepared = method.getName().startsWith("prepare") && arguments != null
                ? new Said(String.valueOf(arguments[0]), new ArrayList<>())
                : null;
        for (Class<?> type :
                List.of(CallableStatement.class, PreparedStatement.class, Statement.class, Connection.class)) {
            if (method.getReturnType() == type && !method.getName().equals("getStatement")) {
                return proxy(type, result, prepared);
            }
        }
        return result;
    }

    private void note(Method method, Object @Nullable [] arguments, @Nullable Said statement) {
        if (Thread.currentThread() != watched) {
            return;
        }
        if (statement != null && method.getName().startsWith("set") && arguments != null) {
            statement.settings().add(new Setting(method.getName(), List.of(arguments)));
        }
        if (ANSWERED.contains(method.getName())) {
            answers++;
            if (statement != null) {
                said.add(new Said(statement.sql(), List.copyOf(statement.settings())));
                statement.settings().clear();
            }
        }
    }
}
