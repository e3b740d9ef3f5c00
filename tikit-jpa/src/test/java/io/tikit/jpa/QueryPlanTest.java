package io.tikit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.Test;

/**
 * No statement reads a large table through. A walk issues the statements of all repositories on a full database; then
 * each database says how it runs each of them, with the parameters it was sent with.
 */
class QueryPlanTest {
    /** Tables that grow with the life of a desk. */
    private static final Set<String> LARGE = Set.of(
            "ticket",
            "ticket_link",
            "entry",
            "event",
            "interval",
            "user",
            "organisation_member",
            "work",
            "change",
            "feed_segment",
            "idempotency",
            "attachment",
            "dead_letter",
            "timer",
            "login_password",
            "login_guard",
            "login_token",
            "login_factor",
            "login_history",
            "config_item",
            "config_version");

    /** More rows than this are a scan, whatever the database calls it. */
    private static final int MOST_ROWS = 1_000;

    /** Statements that read a bounded number of rows in any order, or a whole list once at start on Derby. */
    private static final Pattern WHOLE =
            Pattern.compile("SELECT COUNT\\(\\*\\) FROM \\(SELECT \\w+ FROM tikit_\\w+ .*FETCH FIRST 10000.*"
                    + "|.*FROM tikit_(work|change|dead_letter).* WITH UR"
                    + "|SELECT id, tenant, consumer, .* FROM tikit_dead_letter");

    /** Many dead letters. */
    private static final String DEAD_LETTERS =
            "INSERT INTO tikit_dead_letter (tenant, id, consumer, subject, revision, event, happened_at, attempts,"
                    + " tried_at, last_error) SELECT tenant, id, 'lost', subject, revision, event, happened_at, 8,"
                    + " happened_at, 'never' FROM tikit_work";

    @Test
    void postgresFindsEverythingByIndex() throws SQLException {
        DataSource database = Postgres.newDataSource();
        check(database, List.of(DEAD_LETTERS, "ANALYZE"), QueryPlanTest::postgresScans);
    }

    @Test
    void mariaDbFindsEverythingByIndex() throws SQLException {
        DataSource database = MariaDb.newReadingCommitted();
        check(
                database,
                Stream.concat(Stream.of(DEAD_LETTERS), LARGE.stream().map(table -> "ANALYZE TABLE tikit_" + table))
                        .toList(),
                QueryPlanTest::mariaDbScans);
    }

    @Test
    void derbyFindsEverythingByIndex() throws SQLException {
        EmbeddedDataSource database = new EmbeddedDataSource();
        database.setDatabaseName("memory:plans-" + System.nanoTime());
        database.setCreateDatabase("create");
        // Two thousand documents are the most; it reads their versions together rather than one by one.
        check(
                database,
                Stream.concat(
                                Stream.of(DEAD_LETTERS),
                                LARGE.stream()
                                        .map(table -> "CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS('APP', 'TIKIT_"
                                                + table.toUpperCase(java.util.Locale.ROOT) + "', NULL)"))
                        .toList(),
                (connection, sql, parameters) ->
                        sql.contains("tikit_config_item") ? "" : derbyScans(connection, sql, parameters));
    }

    /** Says what is wrong with how a database runs a statement; empty when nothing is. */
    @FunctionalInterface
    private interface Scans {
        String find(Connection connection, String sql, List<RecordingDataSource.Parameter> parameters)
                throws SQLException;
    }

    private static void check(DataSource database, List<String> statistics, Scans scans) throws SQLException {
        RecordingDataSource recording = new RecordingDataSource(database);
        try (JpaStorage storage = new JpaStorage(TestContext.on(recording.dataSource()))) {
            storage.open();
            StatementWalk walk = new StatementWalk(storage);
            walk.fill();
            for (String statement : statistics) {
                execute(database, statement);
            }
            recording.forget();
            walk.run();
        }
        List<String> found = new ArrayList<>();
        Map<String, List<RecordingDataSource.Parameter>> statements = recording.statements().entrySet().stream()
                .filter(statement -> !statement.getKey().startsWith("INSERT")
                        && statement.getKey().contains("tikit_")
                        && !WHOLE.matcher(statement.getKey()).matches())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (Map.Entry<String, List<RecordingDataSource.Parameter>> statement : statements.entrySet()) {
                String scan = scans.find(connection, statement.getKey(), statement.getValue());
                if (!scan.isEmpty()) {
                    found.add(statement.getKey() + "\n    " + scan);
                }
                connection.rollback();
            }
        }
        assertThat(found).isEmpty();
        assertThat(statements).hasSizeGreaterThanOrEqualTo(55);
    }

    private static String postgresScans(
            Connection connection, String sql, List<RecordingDataSource.Parameter> parameters) throws SQLException {
        try (PreparedStatement explain = bound(connection, "EXPLAIN " + sql, parameters);
                ResultSet row = explain.executeQuery()) {
            StringBuilder plan = new StringBuilder();
            while (row.next()) {
                plan.append(row.getString(1)).append('\n');
            }
            for (String table : LARGE) {
                if (Pattern.compile("Seq Scan on tikit_" + table + "\\b")
                        .matcher(plan)
                        .find()) {
                    return plan.toString();
                }
            }
            return "";
        }
    }

    private static String mariaDbScans(
            Connection connection, String sql, List<RecordingDataSource.Parameter> parameters) throws SQLException {
        try (PreparedStatement explain = bound(connection, "EXPLAIN " + sql, parameters);
                ResultSet row = explain.executeQuery()) {
            StringBuilder plan = new StringBuilder();
            while (row.next()) {
                String type = String.valueOf(row.getString("type"));
                if (row.getLong("rows") > MOST_ROWS && Set.of("ALL", "index").contains(type)) {
                    plan.append(row.getString("table")).append(' ').append(type).append(' ');
                    plan.append(row.getString("key")).append(' ').append(row.getLong("rows"));
                }
            }
            return plan.toString();
        }
    }

    private static String derbyScans(Connection connection, String sql, List<RecordingDataSource.Parameter> parameters)
            throws SQLException {
        execute(connection, "CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(1)");
        try (PreparedStatement statement = bound(connection, sql, parameters)) {
            if (statement.execute()) {
                try (ResultSet row = statement.getResultSet()) {
                    while (row.next()) {
                        row.getObject(1);
                    }
                }
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("VALUES SYSCS_UTIL.SYSCS_GET_RUNTIMESTATISTICS()")) {
            row.next();
            String plan = row.getString(1);
            for (String table : LARGE) {
                if (plan.contains("Table Scan ResultSet for TIKIT_" + table.toUpperCase(java.util.Locale.ROOT) + " ")) {
                    return plan;
                }
            }
            Matcher rows = Pattern.compile("Number of rows visited=(\\d+)").matcher(plan);
            while (rows.find()) {
                if (Integer.parseInt(rows.group(1)) > MOST_ROWS) {
                    return plan;
                }
            }
            return "";
        }
    }

    private static PreparedStatement bound(
            Connection connection, String sql, List<RecordingDataSource.Parameter> parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            Method method = parameters.get(i).method();
            Object[] arguments = parameters.get(i).arguments().clone();
            arguments[0] = i + 1;
            try {
                RecordingDataSource.call(statement, method, arguments);
            } catch (Throwable e) {
                throw new SQLException("a parameter of " + sql + " could not be bound", e);
            }
        }
        return statement;
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
