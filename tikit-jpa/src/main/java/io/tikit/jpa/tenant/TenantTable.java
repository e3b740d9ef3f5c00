package io.tikit.jpa.tenant;

import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.jpa.database.Jdbc;
import io.tikit.jpa.session.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tenants. In every key a small number stands for a tenant; numbers never change, so they are remembered for as long as
 * the storage is open.
 */
public final class TenantTable {
    private final Jdbc jdbc;
    private final Map<TenantId, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, TenantId> ids = new ConcurrentHashMap<>();

    public TenantTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of a tenant that must exist. */
    public int number(TenantId tenant) {
        return lookUp(tenant).orElseThrow(() -> missing(tenant));
    }

    /** The number of a tenant. */
    public Optional<Integer> lookUp(TenantId tenant) {
        Integer known = numbers.get(tenant);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Integer> found = jdbc.statement(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT tenant FROM tikit_tenant WHERE tenant_key = ?")) {
                statement.setString(1, tenant.value());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(row.getInt(1)) : Optional.<Integer>empty();
                }
            }
        });
        found.ifPresent(number -> remember(tenant, number));
        return found;
    }

    /** The tenant of a number that was read from a row. */
    public TenantId id(int number) {
        TenantId known = ids.get(number);
        if (known != null) {
            return known;
        }
        TenantId found = jdbc.statement(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT tenant_key FROM tikit_tenant WHERE tenant = ?")) {
                statement.setInt(1, number);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException(
                                "rows of tenant number " + number + " exist, but no such tenant");
                    }
                    return TenantId.of(row.getString(1));
                }
            }
        });
        remember(found, number);
        return found;
    }

    private void remember(TenantId tenant, int number) {
        numbers.put(tenant, number);
        ids.put(number, tenant);
    }

    /** Lists tenants by id. */
    public List<TenantId> list(Optional<TenantId> after, int limit) {
        return jdbc.statement(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT tenant_key FROM tikit_tenant"
                    + " WHERE tenant_key > ? ORDER BY tenant_key FETCH FIRST ? ROWS ONLY")) {
                statement.setString(1, after.map(TenantId::value).orElse(""));
                statement.setInt(2, limit);
                List<TenantId> found = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(TenantId.of(row.getString(1)));
                    }
                }
                return found;
            }
        });
    }

    /** Writes a new tenant within a unit; gives its number, which counts only once the unit is committed. */
    public static int create(Session session, TenantId tenant, Instant at) {
        session.executeNative(
                "INSERT INTO tikit_tenant (tenant_key, created_at) VALUES (?, ?)", tenant.value(), at.toEpochMilli());
        Object number = session.value("SELECT tenant FROM tikit_tenant WHERE tenant_key = ?", tenant.value());
        if (!(number instanceof Number written)) {
            throw new IllegalStateException("the new tenant " + tenant + " has no number");
        }
        session.executeNative("INSERT INTO tikit_number (tenant, next_number) VALUES (?, 1)", written.intValue());
        session.executeNative("INSERT INTO tikit_config_head (tenant, revision) VALUES (?, 0)", written.intValue());
        return written.intValue();
    }

    /** Takes a block of ticket numbers. */
    public long takeNumbers(TenantId tenant, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a block holds at least 1 number, not " + count);
        }
        int number = number(tenant);
        if (jdbc.dialect().returnsUpdated()) {
            return jdbc.statement(connection -> {
                try (PreparedStatement statement = connection.prepareStatement("UPDATE tikit_number"
                        + " SET next_number = next_number + ? WHERE tenant = ? RETURNING next_number - ?")) {
                    statement.setInt(1, count);
                    statement.setInt(2, number);
                    statement.setInt(3, count);
                    return single(statement, tenant);
                }
            });
        }
        return jdbc.transaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                            "UPDATE tikit_number SET next_number = next_number + ? WHERE tenant = ?");
                    PreparedStatement read =
                            connection.prepareStatement("SELECT next_number - ? FROM tikit_number WHERE tenant = ?")) {
                update.setInt(1, count);
                update.setInt(2, number);
                update.executeUpdate();
                read.setInt(1, count);
                read.setInt(2, number);
                return single(read, tenant);
            }
        });
    }

    private static long single(PreparedStatement statement, TenantId tenant) throws java.sql.SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw missing(tenant);
            }
            return row.getLong(1);
        }
    }

    private static NotFoundException missing(TenantId tenant) {
        return new NotFoundException(ErrorCode.TENANT_NOT_FOUND, "there is no tenant '" + tenant + "'");
    }
}
