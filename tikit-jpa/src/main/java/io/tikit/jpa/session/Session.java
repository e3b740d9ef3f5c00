package io.tikit.jpa.session;

import io.tikit.jpa.database.Dialect;
import io.tikit.jpa.database.Failures;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work does to the database, for its repositories. Inserts and changes of managed entities are held back
 * and sent in batches, one per table, when the unit commits or a read needs them. For one thread.
 */
public final class Session implements AutoCloseable {
    private final Supplier<EntityManager> opener;
    private final Dialect dialect;
    private final IntSupplier tenant;
    private final boolean writes;
    private @Nullable EntityManager manager;
    private int tenantNumber;
    private boolean pending;
    private final HeldBack heldBack;

    /**
     * A session that has not begun.
     *
     * @param opener makes the entity manager on first use
     * @param dialect which database
     * @param tenant finds the number of the tenant on first use
     * @param writes whether there is a transaction
     */
    public Session(Supplier<EntityManager> opener, Dialect dialect, IntSupplier tenant, boolean writes) {
        this.opener = opener;
        this.dialect = dialect;
        this.tenant = tenant;
        this.writes = writes;
        heldBack = new HeldBack(dialect);
    }

    /** Which database. */
    public Dialect dialect() {
        return dialect;
    }

    /** The number of the tenant, which leads every key. */
    public int tenant() {
        if (tenantNumber == 0) {
            tenantNumber = tenant.getAsInt();
        }
        return tenantNumber;
    }

    /** Reads rows as they are now; what is returned is not managed. */
    public <E> List<E> read(Class<E> type, String jpql, int limit, Object... parameters) {
        try {
            flush();
            TypedQuery<E> query = bound(manager().createQuery(jpql, type), parameters);
            // Always from the database, never kept: a unit may read a row twice and must see what is committed.
            query.setHint(QueryHints.MAINTAIN_CACHE, HintValues.FALSE);
            query.setMaxResults(limit);
            return query.getResultList();
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    /** Reads all rows of a query that is bounded by its keys. */
    public <E> List<E> readAll(Class<E> type, String jpql, Object... parameters) {
        try {
            flush();
            TypedQuery<E> query = bound(manager().createQuery(jpql, type), parameters);
            query.setHint(QueryHints.MAINTAIN_CACHE, HintValues.FALSE);
            return query.getResultList();
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    /** Reads rows by statement of SQL; what is returned is not managed. Ids are bound in the form of the database. */
    @SuppressWarnings("unchecked") // a native query has no typed form
    public <E> List<E> readNative(Class<E> type, String sql, List<?> parameters) {
        try {
            flush();
            Query query = bound(manager().createNativeQuery(sql, type), values(parameters));
            query.setHint(QueryHints.MAINTAIN_CACHE, HintValues.FALSE);
            return query.getResultList();
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    /** Reads rows of several columns as the driver gives them. Ids are bound in the form of the database. */
    public List<Object[]> readRows(String sql, List<?> parameters) {
        try {
            flush();
            @SuppressWarnings("unchecked") // several columns come as an array
            List<Object[]> rows =
                    bound(manager().createNativeQuery(sql), values(parameters)).getResultList();
            return rows;
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    private Object[] values(List<?> parameters) {
        return parameters.stream()
                .map(value -> value instanceof UUID id ? dialect.idValue(id) : value)
                .toArray();
    }

    /** Reads a row and locks it until the unit ends. What is returned is managed: changes to it are written. */
    public <E> @Nullable E lock(Class<E> type, String jpql, Object... parameters) {
        try {
            flush();
            TypedQuery<E> query = bound(manager().createQuery(jpql, type), parameters);
            query.setLockMode(LockModeType.PESSIMISTIC_WRITE);
            query.setHint(QueryHints.REFRESH, HintValues.TRUE);
            List<E> rows = query.getResultList();
            return rows.isEmpty() ? null : rows.get(0);
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    /** Holds an insert back. */
    public void insert(Object entity) {
        try {
            manager().persist(entity);
            pending = true;
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    /** Says that a managed entity was changed. */
    public void changed() {
        pending = true;
    }

    /** Changes rows at once. */
    public int execute(String jpql, Object... parameters) {
        try {
            flush();
            return bound(manager().createQuery(jpql), parameters).executeUpdate();
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    /** Changes rows at once, by a statement of SQL. */
    public int executeNative(String sql, Object... parameters) {
        try {
            return bound(manager().createNativeQuery(sql), parameters).executeUpdate();
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    /** Reads one value by a statement of SQL. */
    public @Nullable Object value(String sql, Object... parameters) {
        try {
            List<?> values = bound(manager().createNativeQuery(sql), parameters).getResultList();
            return values.isEmpty() ? null : values.get(0);
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    /** Holds a change back that needs no entity. */
    public void change(Change change, Row.Binding row) {
        manager();
        heldBack.add(change, row);
    }

    /** Carries a change out at once, after all that is held back, and tells how many rows it met. */
    public int changeNow(Change change, Row.Binding row) {
        try {
            flush();
            try (PreparedStatement statement =
                    manager().unwrap(Connection.class).prepareStatement(change.sql())) {
                row.to(new Row(statement, dialect));
                return statement.executeUpdate();
            }
        } catch (SQLException | RuntimeException e) {
            throw Failures.of(e);
        }
    }

    /** Sends what is held back, before rows that refer to rows of their own table. */
    public void send() {
        try {
            flush();
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    /** Sends what is held back if such a change is among it. */
    public void flushIfHeld(Change change) {
        if (heldBack.holds(change)) {
            try {
                flush();
            } catch (RuntimeException e) {
                throw Failures.of(e);
            }
        }
    }

    /** Sends what is held back: entities first, for nothing that an entity refers to is written without one. */
    private void flush() {
        if (pending) {
            manager().flush();
            pending = false;
        }
        if (!heldBack.isEmpty()) {
            try {
                heldBack.send(manager().unwrap(Connection.class));
            } catch (SQLException e) {
                throw Failures.of(e);
            }
        }
    }

    /** Sends what is held back and makes it durable, unless the connection leaves that to the host. */
    public void commit() {
        EntityManager open = manager;
        if (open == null || !writes) {
            return;
        }
        try {
            flush();
            open.getTransaction().commit();
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    private EntityManager manager() {
        EntityManager open = manager;
        if (open == null) {
            open = opener.get();
            manager = open;
            if (writes) {
                open.getTransaction().begin();
            }
        }
        return open;
    }

    /** Rolls back what is not committed. */
    @Override
    public void close() {
        EntityManager open = manager;
        if (open == null) {
            return;
        }
        try {
            if (open.isOpen() && open.getTransaction().isActive()) {
                open.getTransaction().rollback();
            }
        } finally {
            if (open.isOpen()) {
                open.close();
            }
        }
    }

    /**
     * All columns of an entity, for statements of SQL that Derby reads too. It answers in capitals unless told otherwise, and
     * the provider makes capitals of its own names by the locale of the process, which in Turkish gives other letters.
     */
    public String columns(String of, List<String> names) {
        return dialect.findsLists()
                ? of + "*"
                : names.stream().map(name -> of + name + " AS \"" + name + "\"").collect(Collectors.joining(", "));
    }

    /** A list of placeholders, such as {@code ?, ?, ?}. */
    public static String places(int count, String place) {
        return String.join(", ", Collections.nCopies(count, place));
    }

    private static <Q extends Query> Q bound(Q query, Object... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
