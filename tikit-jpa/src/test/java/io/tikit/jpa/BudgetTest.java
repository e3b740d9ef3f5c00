package io.tikit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.event.Event;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.Interval;
import io.tikit.spi.storage.TicketListing;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the commands of the hot path may cost, counted at the connection. */
class BudgetTest {
    private static final List<String> TABLES =
            List.of("tikit_ticket", "tikit_entry", "tikit_event", "tikit_interval", "tikit_work", "tikit_change");

    private static final int CREATES = 200;

    static Stream<DataSource> databases() {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName("memory:budget-" + System.nanoTime());
        derby.setCreateDatabase("create");
        return Stream.of(derby, Postgres.newDataSource(), MariaDb.newReadingCommitted());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void createKeepsItsBudget(DataSource database) throws SQLException {
        CountingDataSource counting = new CountingDataSource(database);
        try (JpaStorage storage = opened(counting)) {
            Samples.Desk desk = Samples.desk(storage, "budget");
            Samples.create(storage, desk, 1, UnitMode.OWN);
            counting.takeSent();
            long rowsBefore = rows(database);
            Samples.create(storage, desk, 2, UnitMode.OWN);
            assertThat(counting.takeSent()).hasSizeLessThanOrEqualTo(isDerby(database) ? 8 : 3);
            assertThat(rows(database) - rowsBefore).isLessThanOrEqualTo(14);
            if (isPostgres(database)) {
                long before = logPosition(database);
                for (int i = 0; i < CREATES; i++) {
                    Samples.create(storage, desk, 10 + i, UnitMode.OWN);
                }
                assertThat((logPosition(database) - before) / CREATES).isLessThanOrEqualTo(6 * 1024);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void replyAndQueueKeepTheirBudgets(DataSource database) throws SQLException {
        CountingDataSource counting = new CountingDataSource(database);
        try (JpaStorage storage = opened(counting)) {
            Samples.Desk desk = Samples.desk(storage, "budget");
            Ticket ticket = Samples.create(storage, desk, 1, UnitMode.OWN);
            counting.takeSent();
            reply(storage, desk, ticket);
            // The lock, the ticket, all else together, and the commit; Derby takes the rest one by one, in the process.
            assertThat(counting.takeSent()).hasSize(isDerby(database) ? 8 : 4);
            try (UnitOfWork unit = storage.begin(desk.tenant(), UnitMode.READ)) {
                assertThat(unit.tickets().list(queue(desk))).isEmpty();
            }
            assertThat(counting.takeSent()).hasSize(1);
        }
    }

    private static void reply(JpaStorage storage, Samples.Desk desk, Ticket ticket) {
        Instant at = Samples.NOW.plusSeconds(60);
        try (UnitOfWork unit = storage.begin(desk.tenant(), UnitMode.OWN)) {
            Ticket locked = unit.tickets().lock(ticket.id()).orElseThrow();
            Entry entry =
                    Samples.entry(ticket.id(), EntryKind.REPLY, desk.agent().id(), "Please try again.");
            Event event = Samples.event(
                            desk.tenant(), ticket.id(), 2, desk.agent().id())
                    .entry(entry.id())
                    .build();
            unit.tickets().update(locked, Samples.resolved(locked, at));
            unit.entries().insert(entry);
            unit.events().insert(event);
            unit.intervals().end(ticket.id(), Interval.Kind.STATUS, at);
            unit.intervals()
                    .begin(
                            ticket.id(),
                            new Interval(Interval.Kind.STATUS, "resolved", at, Optional.empty(), event.id()));
            unit.outbox().change(List.of(EventRef.of(event)));
            unit.commit();
        }
    }

    static TicketListing queue(Samples.Desk desk) {
        return new TicketListing(
                TicketFields.TEAM.is(desk.team().id()).and(TicketFields.STATUS.isOpen()),
                List.of(TicketFields.PRIORITY.descending(), TicketFields.CREATED.ascending()),
                Optional.empty(),
                50);
    }

    private static JpaStorage opened(CountingDataSource counting) {
        JpaStorage storage = new JpaStorage(TestContext.on(counting.dataSource()));
        storage.open();
        return storage;
    }

    private static boolean isPostgres(DataSource database) throws SQLException {
        return product(database).equals("PostgreSQL");
    }

    private static boolean isDerby(DataSource database) throws SQLException {
        return product(database).contains("Derby");
    }

    private static String product(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        }
    }

    private static long rows(DataSource database) throws SQLException {
        List<Long> counts = new ArrayList<>();
        for (String table : TABLES) {
            counts.add(number(database, "SELECT COUNT(*) FROM " + table));
        }
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static long logPosition(DataSource database) throws SQLException {
        return number(database, "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    private static long number(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
