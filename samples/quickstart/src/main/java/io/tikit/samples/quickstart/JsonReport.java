package io.tikit.samples.quickstart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what a run did and what the desk looks like as JSON. Times are in milliseconds. */
final class JsonReport {
    private JsonReport() {}

    static void write(Outcome outcome, Path file) throws IOException {
        Overview overview = outcome.overview();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("imported", outcome.imported());
        json.put("alreadyThere", outcome.alreadyThere());
        json.put("skipped", outcome.skipped().size());
        json.put("skippedRows", outcome.skipped());
        json.put("byStatus", overview.byStatus());
        json.put("byTeam", overview.byTeam());
        json.put("byPriority", overview.byPriority());
        json.put(
                "oldestOpen",
                overview.oldestOpen().stream().map(JsonReport::waiting).toList());
        json.put("search", overview.search());
        json.put("readyAfter", outcome.untilReady().toMillis());
        json.put("createPerSecond", outcome.opening().perSecond());
        json.put("p50", outcome.opening().p50());
        json.put("p95", outcome.opening().p95());
        json.put("work", outcome.work());
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), json);
    }

    private static Map<String, Object> waiting(Overview.Waiting ticket) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", ticket.number());
        json.put("opened", ticket.opened().toString());
        json.put("priority", ticket.priority().name());
        json.put("status", ticket.status());
        json.put("team", ticket.team());
        json.put("subject", ticket.subject());
        return json;
    }
}
