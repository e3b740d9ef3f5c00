package io.tikit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The benchmarks still run. What they measure here means nothing. */
class BenchmarksTest {
    private static final Pattern CREATE = Pattern.compile("create store=derby threads=2 tikit=(\\d+)/s raw=(\\d+)/s"
            + " ratio=([\\d.]+) \\(min [\\d.]+ max [\\d.]+ of 1 pairs\\)"
            + " rows=([\\d.]+) roundtrips=([\\d.]+) bytes=(\\d+)");
    private static final Pattern EACH = Pattern.compile(
            "per ticket: tikit rows=([\\d.]+) .*, (\\d+) bytes in values; raw rows=([\\d.]+) .*, (\\d+) bytes in values");

    @Test
    void createComparesTheSameRows() throws Exception {
        List<String> lines = lines("create", "--threads", "2", "--seconds", "1", "--pairs", "1");

        Matcher create = CREATE.matcher(lines.get(0));
        assertThat(create.matches()).as(lines.get(0)).isTrue();
        assertThat(Double.parseDouble(create.group(3))).isPositive();
        Matcher each = EACH.matcher(lines.stream()
                .filter(line -> line.startsWith("per ticket"))
                .findFirst()
                .orElse(""));
        assertThat(each.matches()).isTrue();
        assertThat(each.group(3)).isEqualTo(each.group(1));
        double engineBytes = Double.parseDouble(each.group(2));
        assertThat(Double.parseDouble(each.group(4))).isBetween(engineBytes * 0.97, engineBytes * 1.03);
    }

    @Test
    void conditionsFindTheSameOnAllSides() throws Exception {
        assertThat(lines("conditions", "--pairs", "1", "--millis", "20"))
                .hasSize(6)
                .anyMatch(line -> line.startsWith("ratio tikit / plain"))
                .anyMatch(line -> line.startsWith("ratio tikit / jexl"));
    }

    @Test
    void calendarsAnswerAlike() throws Exception {
        List<String> lines = lines("calendar", "--pairs", "1", "--millis", "20");

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).matches("10000 starts over ten years, 10000 answers are the same");
        assertThat(lines.get(1)).matches("calendar tikit=.* jbpm=.* ratio=.* of 1 pairs\\)");
    }

    /** Where the data sets are not, the benchmark says so. */
    @Test
    void classifyingBeatsNaiveBayes() throws Exception {
        List<String> lines = lines("classify", "--splits", "1", "--texts", "1500");

        if (lines.size() > 1) {
            assertThat(lines).filteredOn(line -> line.startsWith("classify ")).hasSize(4);
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("  tikit above naive Bayes by "))
                    .hasSize(4)
                    .allMatch(line -> Double.parseDouble(line.split(" by ")[1].split(" ")[0]) >= 2);
            assertThat(lines).anyMatch(line -> line.startsWith("  says nothing of "));
        } else {
            assertThat(lines.get(0)).startsWith("classify skipped");
        }
    }

    @Test
    void listReadsTheSamePages() throws Exception {
        List<String> lines = lines("list", "--tickets", "1000", "--rounds", "1");

        assertThat(lines)
                .hasSize(2)
                .allMatch(line -> line.matches("list store=derby tickets=1000 page=\\d+ tikit p50=.*"));
    }

    @Test
    void everyTicketFindsAnAgent() throws Exception {
        assertThat(lines("routing", "--store", "derby", "--engines", "1", "--tickets", "40", "--agents", "4"))
                .singleElement()
                .asString()
                .matches("routing store=derby tickets=40 rate=100/s agents=4 engines=1 waited p50=\\d+ms .*"
                        + " assigned=40 per agent \\d+ to \\d+");
    }

    @Test
    void everybodyIsImportedAndExported() throws Exception {
        assertThat(lines("people", "--people", "200"))
                .singleElement()
                .asString()
                // The administrator and the customers of every benchmark are there as well.
                .matches("people store=derby people=200 file=\\d+kB dry run=\\d+/s held [1-9]\\d*MiB"
                        + " import=\\d+/s held [1-9]\\d*MiB export=\\d+/s held [1-9]\\d*MiB exported=251");
    }

    @Test
    void unknownArgumentsAreAnsweredWithUsage() throws Exception {
        for (List<String> wrong : List.of(
                List.of("dance"),
                List.of("create", "--quickly"),
                List.of("create", "--threads", "many"),
                List.of("list", "--store", "paper"),
                List.of("list", "--tickets"))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            int code = Benchmarks.run(wrong, new PrintStream(out, true, StandardCharsets.UTF_8));

            assertThat(code).isEqualTo(2);
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("usage: benchmarks/run");
        }
    }

    private static List<String> lines(String... arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(Benchmarks.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8)))
                .isZero();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
