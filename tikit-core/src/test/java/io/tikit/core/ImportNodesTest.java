package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.people.PersonColumn;
import io.tikit.api.people.TransferFormat;
import io.tikit.api.people.TransferSource;
import io.tikit.api.people.User;
import io.tikit.tck.Requirement;
import io.tikit.tck.Together;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Two imports of the same people at once, on two nodes. */
class ImportNodesTest {
    private static final int PEOPLE = 100;
    private static final int ROUNDS = 6;

    /** A database ends a deadlock by letting one of the two fail, and counts it. */
    @Test
    @Requirement("REQ-UM-004")
    void importsOfTheSamePeopleInAnotherOrderDoNotWaitForEachOther() throws Exception {
        try (EmbeddedPostgres postgres = PostgresServer.start()) {
            int first = 0;
            try (DeskFixture one = node(postgres);
                    DeskFixture two = node(postgres)) {
                for (int round = 0; round < ROUNDS; round++) {
                    // New people in the first round, and the same people with other numbers in all others.
                    TransferSource forth = file("+49 30 1" + round, false);
                    TransferSource back = file("+49 30 2" + round, true);
                    List<Boolean> done = Together.all(List.of(reading(one, forth, round), reading(two, back, round)));
                    assertThat(done).as("round " + round).contains(true);
                    first += done.get(0) ? 1 : 0;
                    assertThat(phones(one)).as("one of the files as a whole").hasSize(1);
                }
            }
            assertThat(first).isBetween(0, ROUNDS);
            // What sessions counted is there for others when they have ended.
            assertThat(deadlocks(postgres)).isZero();
        }
    }

    /** Whether it was read; whoever comes second finds other people than in the dry run. */
    private static Callable<Boolean> reading(DeskFixture desk, TransferSource file, int round) throws Exception {
        String plan =
                PeopleFiles.check(desk.admin, TransferFormat.CSV, file).report().plan();
        return () -> {
            try {
                return desk.admin
                                .peopleTransfer()
                                .read(TransferFormat.CSV, file, plan, line -> true)
                                .refused()
                        == 0;
            } catch (ConflictException e) {
                assertThat(e.code()).as("round " + round).isEqualTo(ErrorCode.IMPORT_STALE);
                return false;
            }
        };
    }

    private static TransferSource file(String phone, boolean backwards) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            lines.add("hr-" + i + ",Person " + i + ",p" + i + "@many.example," + phone);
        }
        if (backwards) {
            Collections.reverse(lines);
        }
        String columns = String.join(
                ",",
                PersonColumn.EXTERNAL_ID.key(),
                PersonColumn.NAME.key(),
                PersonColumn.EMAIL.key(),
                PersonColumn.PHONE.key());
        byte[] text = (columns + "\n" + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8);
        return () -> new ByteArrayInputStream(text);
    }

    private static List<String> phones(DeskFixture desk) {
        return java.util.stream.IntStream.range(0, PEOPLE)
                .mapToObj(i -> PeopleFiles.known(desk.admin, "hr-" + i))
                .map(User::profile)
                .map(profile -> profile.phone())
                .distinct()
                .toList();
    }

    private static DeskFixture node(EmbeddedPostgres postgres) {
        return new DeskFixture(builder -> builder.setting("jpa.url", postgres.getJdbcUrl("postgres", "postgres"))
                .setting("jpa.user", "postgres"));
    }

    private static long deadlocks(EmbeddedPostgres postgres) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
