package io.tikit.jpa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Counts what is sent to a database: a round trip per execution and per commit or rollback of a transaction. */
final class CountingDataSource {
    private static final Set<String> EXECUTIONS = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "executeBatch", "executeLargeBatch");

    private final DataSource real;
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    CountingDataSource(DataSource real) {
        this.real = real;
    }

    /** What was sent since the last call, in order. */
    List<String> takeSent() {
        synchronized (sent) {
            List<String> taken = List.copyOf(sent);
            sent.clear();
            return taken;
        }
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof Connection connection ? counted(connection) : result;
        });
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.equals("commit") || name.equals("rollback") || name.endsWith("Savepoint")) {
                sent.add(name);
            }
            Object result = call(connection, method, arguments);
            String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : "";
            if (result instanceof CallableStatement statement) {
                return counted(CallableStatement.class, statement, sql);
            }
            if (result instanceof PreparedStatement statement) {
                return counted(PreparedStatement.class, statement, sql);
            }
            return result instanceof Statement statement ? counted(Statement.class, statement, sql) : result;
        });
    }

    private <S extends Statement> S counted(Class<S> type, S statement, String sql) {
        return proxy(type, (proxy, method, arguments) -> {
            if (EXECUTIONS.contains(method.getName())) {
                sent.add(arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : sql);
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
                Proxy.newProxyInstance(CountingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
