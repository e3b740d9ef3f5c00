package io.tikit.core;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The database of {@link DeskFixture#STORAGE} that notes which statements each thread sends, so that those of the engine's own do not count. */
final class ThisThreadsStatements {
    private static final Set<String> EXECUTIONS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeBatch");

    /** Where it is for engines of this thread: in memory, each by itself, unless a class of tests says otherwise. */
    static final ThreadLocal<Optional<String>> URL = ThreadLocal.withInitial(Optional::empty);

    private final ThreadLocal<List<String>> sent = ThreadLocal.withInitial(ArrayList::new);

    DataSource dataSource() {
        String url = URL.get().orElseGet(() -> "jdbc:derby:memory:statements-" + System.nanoTime() + ";create=true");
        return proxy(
                DataSource.class,
                (proxy, method, arguments) -> method.getName().equals("getConnection")
                        ? counted(DriverManager.getConnection(url))
                        : call(this, method, arguments));
    }

    /** What this thread has sent since it asked last. */
    List<String> take() {
        List<String> taken = List.copyOf(sent.get());
        sent.get().clear();
        return taken;
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : "";
            return result instanceof PreparedStatement statement ? counted(statement, sql) : result;
        });
    }

    private PreparedStatement counted(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (EXECUTIONS.contains(method.getName())) {
                sent.get().add(sql);
            }
            return call(statement, method, arguments);
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(ThisThreadsStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
