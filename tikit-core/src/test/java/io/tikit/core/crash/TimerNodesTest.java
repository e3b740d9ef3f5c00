package io.tikit.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Tikit;
import io.tikit.api.page.PageRequest;
import io.tikit.api.timer.ScheduleTimer;
import io.tikit.core.PostgresServer;
import io.tikit.tck.Await;
import io.tikit.tck.Requirement;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Timers on several nodes with one PostgreSQL. */
class TimerNodesTest {
    private static final int TIMERS = 2_000;
    private static final InstantSource CLOCK = Clock.systemUTC();
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    private static String database(String name) throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    /** A team of a name can be made once, so whatever was done twice would lie dead. */
    @Test
    void twoEnginesDoEachTimerOnce() throws Exception {
        String url = database("two_engines");
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        try (Tikit a = TimerNode.open(url, due -> first.incrementAndGet());
                Tikit b = TimerNode.open(url, due -> second.incrementAndGet())) {
            Desk desk = a.as(TimerNode.ada(a));
            Instant soon = CLOCK.instant().plusMillis(1_500);
            for (int i = 0; i < TIMERS; i++) {
                desk.timers().schedule(ScheduleTimer.of("teams", "team-" + i, soon.plusMillis(i)));
            }
            Await.until("all timers are done", () -> a.operations().nextTimer().isEmpty());
            assertThat(teams(desk)).isEqualTo(TIMERS);
            assertThat(first.get() + second.get()).isEqualTo(TIMERS);
            assertThat(first.get()).isPositive();
            assertThat(second.get()).isPositive();
            assertThat(b.operations()
                            .deadLetters(TimerNode.tenant(b), PageRequest.first(1))
                            .items())
                    .isEmpty();
        }
    }

    private static int teams(Desk desk) {
        int count = 0;
        for (var page = desk.people().teams(PageRequest.first(500)); ; ) {
            count += page.items().size();
            if (page.next().isEmpty()) {
                return count;
            }
            page = desk.people().teams(PageRequest.first(500).after(page.next().get()));
        }
    }

    @Test
    @Requirement("REQ-NF-014")
    void aNodeThatDiesWithATimerInHandIsReplaced(@TempDir Path folder) throws Exception {
        String url = database("dying_node");
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        ChildNode.classPath(),
                        "-Dderby.stream.error.file=" + folder.resolve("derby.log"),
                        TimerNode.class.getName(),
                        url)
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        AtomicInteger done = new AtomicInteger();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.US_ASCII))) {
            try (Tikit other = TimerNode.open(url, due -> done.incrementAndGet())) {
                Desk desk = other.as(Caller.of(TimerNode.tenant(other), TimerNode.ADA));
                other.operations().pauseDelivery();
                desk.timers().schedule(ScheduleTimer.of("teams", "saved", CLOCK.instant()));
                assertThat(lines.readLine()).isEqualTo("claimed saved");
                other.operations().resumeDelivery();
                assertThat(desk.people().teamByName("saved")).isEmpty();
                node.destroyForcibly();
                Await.until(
                        "the other node does it",
                        () -> desk.people().teamByName("saved").isPresent());
                assertThat(done.get()).isEqualTo(1);
                assertThat(other.operations().nextTimer()).isEmpty();
            }
        } finally {
            node.destroyForcibly();
            assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
