package io.tikit.benchmarks;

import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Revision;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.TicketType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page by the statement, with the parameters, that the engine was seen to use for it, and makes the same values of
 * the rows.
 */
final class RawPage {
    private static final List<TicketType> TYPES = List.of(TicketType.values());
    private static final List<Priority> PRIORITIES = List.of(Priority.values());
    private static final List<State> STATES = List.of(State.values());

    private final String sql;
    private final List<WatchedConnections.Setting> settings;
    private final int size;

    private RawPage(String sql, List<WatchedConnections.Setting> settings, int size) {
        this.sql = sql;
        this.settings = settings;
        this.size = size;
    }

    /** Learns from what the engine said to the database. */
    static RawPage learn(List<WatchedConnections.Said> said, int size) {
        List<WatchedConnections.Said> lists = said.stream()
                .filter(one -> one.sql().contains("ORDER BY") && one.sql().contains("tikit_ticket"))
                .toList();
        if (lists.size() != 1) {
            throw new IllegalStateException("the engine reads a page by " + lists.size() + " statements, not by one");
        }
        return new RawPage(lists.get(0).sql(), lists.get(0).settings(), size);
    }

    List<TicketSummary> read(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (WatchedConnections.Setting setting : settings) {
                apply(setting, statement);
            }
            List<TicketSummary> page = new ArrayList<>(size);
            try (ResultSet row = statement.executeQuery()) {
                while (page.size() < size && row.next()) {
                    page.add(summary(row));
                }
            }
            return page;
        }
    }

    private static void apply(WatchedConnections.Setting setting, PreparedStatement statement) throws SQLException {
        List<Object> arguments = setting.arguments();
        int first = (Integer) arguments.get(0);
        switch (setting.method()) {
            case "setInt" -> statement.setInt(first, (Integer) arguments.get(1));
            case "setShort" -> statement.setShort(first, (Short) arguments.get(1));
            case "setLong" -> statement.setLong(first, (Long) arguments.get(1));
            case "setString" -> statement.setString(first, (String) arguments.get(1));
            case "setBytes" -> statement.setBytes(first, (byte[]) arguments.get(1));
            case "setObject" -> {
                if (arguments.size() == 2) {
                    statement.setObject(first, arguments.get(1));
                } else {
                    statement.setObject(first, arguments.get(1), (Integer) arguments.get(2));
                }
            }
            case "setMaxRows" -> statement.setMaxRows(first);
            case "setFetchSize" -> statement.setFetchSize(first);
            case "setQueryTimeout" -> statement.setQueryTimeout(first);
            default -> throw new IllegalStateException("no code yet for " + setting.method());
        }
    }

    private static TicketSummary summary(ResultSet row) throws SQLException {
        long resolved = row.getLong(14);
        boolean open = row.wasNull();
        UUID team = id(row, 10);
        return TicketSummary.builder()
                .identity(new TicketId(present(id(row, 1))), row.getLong(2))
                .type(TYPES.get(row.getShort(3)))
                .subject(row.getString(4))
                .priority(PRIORITIES.get(row.getShort(5)))
                .status(new Status(row.getString(6)), STATES.get(row.getShort(7)))
                .people(new UserId(present(id(row, 8))), user(row, 9))
                .team(team == null ? null : new TeamId(team))
                .assignee(user(row, 11))
                .times(Instant.ofEpochMilli(row.getLong(12)), Instant.ofEpochMilli(row.getLong(13)))
                .resolvedAt(open ? null : Instant.ofEpochMilli(resolved))
                .revision(new Revision(row.getLong(15)))
                .build();
    }

    private static @Nullable UserId user(ResultSet row, int column) throws SQLException {
        UUID id = id(row, column);
        return id == null ? null : new UserId(id);
    }

    private static UUID present(@Nullable UUID id) {
        if (id == null) {
            throw new IllegalStateException("a column that is never null is null");
        }
        return id;
    }

    private static @Nullable UUID id(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return value instanceof byte[] bytes ? SampleTicket.uuid(bytes) : (UUID) value;
    }
}
