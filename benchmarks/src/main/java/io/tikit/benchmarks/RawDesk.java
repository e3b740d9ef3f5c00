package io.tikit.benchmarks;

import io.tikit.api.Caller;
import io.tikit.api.event.Event;
import io.tikit.api.page.PageRequest;
import io.tikit.api.ticket.Ticket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What the raw side knows before it starts. An engine made the schema and the customers, opened one ticket and left; its
 * rows tell what a ticket consists of.
 */
record RawDesk(DeskData data, Ticket like, List<RowShape> rows, List<String> workKey) {
    private static final String WORK = "tikit_work";

    static RawDesk prepare(Store.Place place) throws Exception {
        EngineSide engine = EngineSide.start(place.engine(4), true);
        DeskData data = engine.data();
        Ticket like;
        SampleTicket sample;
        try {
            like = engine.open(0);
            Event event = engine.tikit()
                    .as(Caller.of(data.tenant(), DeskData.ADMIN))
                    .tickets()
                    .history(like.id(), PageRequest.first(10))
                    .items()
                    .get(0);
            sample = new SampleTicket(
                    List.of(
                            like.id().value(),
                            event.entry().orElseThrow().value(),
                            event.id().value()),
                    like.requester().value(),
                    TicketText.of(0),
                    like.summary().createdAt().toEpochMilli());
        } finally {
            engine.close();
        }
        try (var pool = place.pool(1)) {
            return new RawDesk(data, like, learn(pool, sample), workKey(pool));
        }
    }

    private static List<RowShape> learn(DataSource source, SampleTicket sample) throws SQLException {
        List<RowShape> rows = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (String table : Tables.names(connection)) {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                    while (row.next()) {
                        if (RowShape.concerns(row, sample)) {
                            rows.add(new RowShape(table, row, sample));
                        }
                    }
                }
            }
        }
        if (rows.stream().noneMatch(row -> row.table().equals(WORK))) {
            throw new IllegalStateException("the engine left no work behind: "
                    + rows.stream().map(RowShape::table).toList());
        }
        return List.copyOf(rows);
    }

    private static List<String> workKey(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Tables.key(connection, WORK);
        }
    }

    /** The row that tells a consumer what to do. */
    RowShape work() {
        return rows.stream().filter(row -> row.table().equals(WORK)).findFirst().orElseThrow();
    }

    String deleteWork() {
        return "DELETE FROM " + WORK + " WHERE " + String.join(" = ? AND ", workKey) + " = ?";
    }

    Draft draft(long number, long serial) {
        return Draft.make(number, serial, data.customer(number));
    }
}
