package io.tikit.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Tikit;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.core.TikitEngine;
import io.tikit.tck.Requirement;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node is killed between what it wrote of an assignment and the commit; the next one gives the rest away. */
class RoutingCrashTest {
    @Test
    @Requirement({"REQ-TM-010", "REQ-NF-014"})
    void everyTicketIsGivenOnceAndNobodyGetsTooManyThoughTheNodeIsKilledMidway(@TempDir Path folder) throws Exception {
        Path errors = folder.resolve("errors.txt");
        Path home = folder.resolve("desk");
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        ChildNode.classPath(),
                        "-Dderby.stream.error.file=" + folder.resolve("derby.log"),
                        RoutingNode.class.getName(),
                        home.toString())
                .redirectError(errors.toFile())
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.US_ASCII))) {
            assertThat(lines.readLine())
                    .as("said while it writes: %s", Files.readString(errors))
                    .isEqualTo(RoutingNode.READY);
        } finally {
            node.destroyForcibly();
            assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        Instant back = Clock.systemUTC().instant();
        try (Tikit tikit = TikitEngine.builder()
                .home(home)
                .dataSource(RoutingNode.database(home, new AtomicBoolean()))
                .build()) {
            assertThat(tikit.operations().awaitDelivery(Duration.ofSeconds(60))).isTrue();
            check(tikit.as(Caller.of(tikit.tenants().find("acme").orElseThrow(), RoutingNode.ADA)), back);
        }
    }

    private static void check(Desk desk, Instant back) {
        UserId requester =
                desk.people().userBySubject("agent0@acme.example").orElseThrow().id();
        List<TicketSummary> all = desk.tickets()
                .list(TicketQuery.where(TicketFields.REQUESTER.is(requester)).size(RoutingNode.TICKETS + 1))
                .items();
        assertThat(all).hasSize(RoutingNode.TICKETS);
        Map<UserId, Long> held = all.stream()
                .flatMap(ticket -> ticket.assignee().stream())
                .collect(Collectors.groupingBy(agent -> agent, Collectors.counting()));
        assertThat(held.values())
                .as("as many as each has room for, although more wait")
                .hasSize(RoutingNode.AGENTS)
                .containsOnly((long) RoutingNode.CAPACITY);
        List<Instant> given = all.stream()
                .filter(ticket -> ticket.assignee().isPresent())
                .map(ticket -> {
                    var events = desk.tickets()
                            .history(ticket.id(), PageRequest.first(10))
                            .items();
                    assertThat(events).as("made, and given once").hasSize(2);
                    return events.get(1).at();
                })
                .toList();
        assertThat(given).anyMatch(at -> at.isBefore(back)).anyMatch(at -> !at.isBefore(back));
    }
}
