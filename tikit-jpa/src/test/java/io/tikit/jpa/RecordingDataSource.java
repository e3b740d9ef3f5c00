package io.tikit.jpa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Keeps each different statement that is sent to a database, with the parameters that it was sent with last. */
final class RecordingDataSource {
    /** What a statement was given: the method and its arguments by place. */
    record Parameter(Method method, Object[] arguments) {}

    private final DataSource real;
    private final Map<String, List<Parameter>> statements = Collections.synchronizedMap(new LinkedHashMap<>());

    RecordingDataSource(DataSource real) {
        this.real = real;
    }

    /** The statements so far; those sent in one round trip one by one. */
    Map<String, List<Parameter>> statements() {
        Map<String, List<Parameter>> single = new LinkedHashMap<>();
        statements.forEach((sql, parameters) -> {
            int first = 0;
            for (String part : sql.replaceFirst("^BEGIN NOT ATOMIC ", "")
                    .replaceFirst("; END$", "")
                    .split("; ")) {
                int count = (int) part.chars().filter(c -> c == '?').count();
                single.putIfAbsent(part, List.copyOf(parameters.subList(first, first + count)));
                first += count;
            }
        });
        return single;
    }

    void forget() {
        statements.clear();
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof Connection connection ? recorded(connection) : result;
        });
    }

    private Connection recorded(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement ? recorded(statement, (String) arguments[0]) : result;
        });
    }

    private PreparedStatement recorded(PreparedStatement statement, String sql) {
        Map<Integer, Parameter> parameters = new TreeMap<>();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.startsWith("set") && arguments != null && arguments.length > 1) {
                parameters.put((Integer) arguments[0], new Parameter(method, arguments.clone()));
            }
            Object result = call(statement, method, arguments);
            if (name.startsWith("execute") || name.equals("addBatch")) {
                statements.put(sql, new ArrayList<>(parameters.values()));
            }
            return result;
        });
    }

    static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(RecordingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
