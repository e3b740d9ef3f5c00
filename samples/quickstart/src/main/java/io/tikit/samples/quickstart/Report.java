package io.tikit.samples.quickstart;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/** Prints what a run did and what the desk looks like. */
final class Report {
    private static final int MOST_SKIPPED = 10;
    private static final int BAR = 40;
    private static final int WIDTH = 100;
    private static final int NAME = 24;

    private final Screen screen;

    Report(Screen screen) {
        this.screen = screen;
    }

    void print(Outcome outcome) {
        screen.line("");
        screen.line(
                "%,d tickets imported, %,d were there already, %,d rows skipped",
                outcome.imported(), outcome.alreadyThere(), outcome.skipped().size());
        outcome.skipped().stream()
                .limit(MOST_SKIPPED)
                .forEach(row -> screen.line("  line %d: %s", row.line(), row.reason()));
        if (outcome.skipped().size() > MOST_SKIPPED) {
            screen.line("  and %,d more", outcome.skipped().size() - MOST_SKIPPED);
        }
        Overview overview = outcome.overview();
        chart("Tickets by status", overview.byStatus());
        chart("Tickets by team", overview.byTeam());
        chart("Tickets by priority", overview.byPriority());
        oldestOpen(overview);
        search(overview.search());
        speed(outcome);
    }

    private void chart(String title, Map<String, Long> counts) {
        title(title);
        long largest = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        counts.forEach((name, count) ->
                screen.line("  %-" + NAME + "s %s %,d", cut(name, NAME), screen.bar(count, largest, BAR), count));
    }

    private void oldestOpen(Overview overview) {
        title("The oldest open tickets (times in UTC)");
        for (Overview.Waiting ticket : overview.oldestOpen()) {
            String row = String.format(
                    Locale.ROOT,
                    "  %-9s %tF %<tR  %-8s  %-11s  %-14s  %s",
                    ticket.number(),
                    ticket.opened().atOffset(ZoneOffset.UTC),
                    ticket.priority(),
                    ticket.status(),
                    cut(ticket.team(), 14),
                    ticket.subject());
            screen.line("%s", cut(row, WIDTH));
        }
    }

    private void search(Overview.Search search) {
        title("Search for \"" + search.query() + "\"");
        for (Overview.Hit hit : search.hits()) {
            screen.line("%s", cut("  " + hit.number() + "  " + hit.subject(), WIDTH));
            hit.highlights().stream().limit(2).forEach(text -> screen.line("%s", cut("             " + text, WIDTH)));
        }
        if (search.hits().isEmpty()) {
            screen.line("  nothing found");
        }
    }

    private void speed(Outcome outcome) {
        title("Speed");
        screen.line(
                "  %-24s %,.1f s", "engine ready after", outcome.untilReady().toMillis() / 1000.0);
        speed("tickets opened", outcome.opening());
        speed("routed and answered", outcome.work());
    }

    private void speed(String what, Speed speed) {
        if (speed.count() > 0) {
            screen.line(
                    "  %-24s %,.0f/s (half within %.1f ms, 95 %% within %.1f ms)",
                    what, speed.perSecond(), speed.p50(), speed.p95());
        }
    }

    private void title(String text) {
        screen.line("");
        screen.line("%s", text);
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 3) + "...";
    }
}
