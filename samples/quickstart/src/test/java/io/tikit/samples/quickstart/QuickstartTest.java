package io.tikit.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tikit.tck.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), false, '#', '.');

    @TempDir
    Path folder;

    @Test
    @Requirement({"REQ-TM-001", "REQ-TM-002", "REQ-SF-003"})
    void fillsADeskAndShowsIt() throws Exception {
        Outcome outcome = run(TicketFile.sample());

        assertThat(outcome.imported()).isEqualTo(40);
        assertThat(outcome.alreadyThere()).isZero();
        assertThat(outcome.skipped()).isEmpty();
        Overview overview = outcome.overview();
        assertThat(overview.byPriority())
                .containsExactly(
                        Map.entry("CRITICAL", 5L),
                        Map.entry("HIGH", 8L),
                        Map.entry("MEDIUM", 18L),
                        Map.entry("LOW", 9L));
        assertThat(overview.byTeam()).containsEntry("Network", 6L).containsEntry(Overview.NO_TEAM, 1L);
        assertThat(sum(overview.byTeam())).isEqualTo(40);
        assertThat(sum(overview.byStatus())).isEqualTo(40);
        assertThat(overview.byStatus()).containsKeys("resolved", "pending", "in_progress", "new");
        assertThat(overview.oldestOpen())
                .hasSize(10)
                .isSortedAccordingTo((a, b) -> a.opened().compareTo(b.opened()));
        assertThat(overview.oldestOpen()).extracting(Overview.Waiting::status).doesNotContain("resolved", "closed");
        assertThat(overview.search().hits())
                .hasSizeBetween(1, 5)
                .allSatisfy(hit -> assertThat(hit.highlights())
                        .anySatisfy(text -> assertThat(text).containsIgnoringCase("[password]")));
        assertThat(outcome.opening().count()).isEqualTo(40);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("40 of 40")
                .doesNotContain("\r");
    }

    @Test
    void repeatsNothingOnTheSameFolder() throws Exception {
        Outcome first = run(TicketFile.sample());
        Outcome second = run(TicketFile.sample());

        assertThat(second.imported()).isZero();
        assertThat(second.alreadyThere()).isEqualTo(40);
        assertThat(second.opening().count() + second.work().count()).isZero();
        assertThat(second.overview()).isEqualTo(first.overview());
    }

    @Test
    void badRowsAreLeftOutWhole() throws Exception {
        Path csv = Files.writeString(folder.resolve("bad.csv"), """
                title,body,priority,note
                fine,text,low,short
                odd,text,sometime,short
                too much,text,low,%s
                fine too,text,high,short
                """.formatted("x".repeat(4001)));

        Outcome outcome = run(TicketFile.read(csv));

        assertThat(outcome.imported()).isEqualTo(2);
        assertThat(outcome.skipped()).extracting(SkippedRow::line).containsExactly(3L, 4L);
        assertThat(sum(outcome.overview().byStatus())).isEqualTo(2);
        new Report(screen).print(outcome);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("2 tickets imported, 0 were there already, 2 rows skipped")
                .contains("line 3: priority is 'sometime'")
                .contains("line 4: INVALID_COMMAND");
    }

    @Test
    void resultIsWrittenAsJson() throws Exception {
        Path out = folder.resolve("new/result.json");
        JsonReport.write(run(TicketFile.sample()), out);

        JsonNode json = new ObjectMapper().readTree(Files.readString(out));
        assertThat(json.get("imported").asInt()).isEqualTo(40);
        assertThat(json.get("skipped").asInt()).isZero();
        assertThat(json.get("byPriority").get("CRITICAL").asInt()).isEqualTo(5);
        assertThat(json.get("oldestOpen")).hasSize(10);
        assertThat(json.get("search").get("hits")).isNotEmpty();
        assertThat(json.get("createPerSecond").asDouble()).isPositive();
        assertThat(json.get("p50").asDouble()).isPositive();
        assertThat(json.get("p95").asDouble())
                .isGreaterThanOrEqualTo(json.get("p50").asDouble());
    }

    @Test
    void realTicketsAreDigestedWhole() throws Exception {
        Path data = Path.of("../../../shared/data/it-tickets/it_tickets.csv.gz");
        assumeTrue(Files.exists(data), "the data set lies beside the project on some machines only");

        Outcome outcome = run(TicketFile.read(data));

        assertThat(outcome.skipped()).isEmpty();
        assertThat(outcome.imported()).isEqualTo(4_345);
        assertThat(outcome.overview().byTeam())
                .containsEntry("HR Support", 715L)
                .containsEntry("Administrative rights", 87L)
                .containsEntry(Overview.NO_TEAM, 1_291L);
        assertThat(sum(outcome.overview().byStatus())).isEqualTo(4_345);
        assertThat(outcome.overview().search().hits()).hasSize(5);
    }

    private Outcome run(TicketFile file) throws InterruptedException, IOException {
        return new Quickstart(screen).run(folder.resolve("desk"), file);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
