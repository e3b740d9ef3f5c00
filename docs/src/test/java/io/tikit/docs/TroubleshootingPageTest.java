package io.tikit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.health.HealthReason;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever meets an error code or a health reason finds its entry, and only real ones have entries. */
class TroubleshootingPageTest {
    private static final Pattern ENTRY = Pattern.compile("(?m)^### (.*)$");

    @Test
    void everyErrorCodeHasItsEntry() {
        assertThat(entries("## Error codes"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ErrorCode.values()).map(Enum::name).toList());
    }

    @Test
    void everyHealthReasonHasItsEntry() {
        assertThat(entries("## Health reasons"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(HealthReason.values()).map(Enum::name).toList());
    }

    @Test
    void entriesSayWhatToDo() {
        List<String> parts = List.of(page().split("(?m)^### "));
        assertThat(parts.subList(1, parts.size())).allSatisfy(TroubleshootingPageTest::isComplete);
    }

    private static void isComplete(String entry) {
        assertThat(entry).contains("*What happened.*", "*Likely cause.*", "*What to do.*");
    }

    private static List<String> entries(String heading) {
        String page = page();
        int start = page.indexOf("\n" + heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        int end = page.indexOf("\n## ", start + 1);
        return ENTRY.matcher(page.substring(start, end < 0 ? page.length() : end))
                .results()
                .map((MatchResult entry) -> entry.group(1).strip())
                .toList();
    }

    private static String page() {
        return Repository.read(Repository.root().resolve("docs/troubleshooting.md"));
    }
}
