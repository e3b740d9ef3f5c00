package io.tikit.samples.quickstart;

import io.tikit.api.ticket.Priority;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How files write priorities: in words, or as numbers of which the lowest is the most urgent ("2", "P2", "2 - High"). */
final class Priorities {
    private static final List<Priority> MOST_URGENT_FIRST =
            List.of(Priority.CRITICAL, Priority.HIGH, Priority.MEDIUM, Priority.LOW);
    private static final Pattern NUMBERED = Pattern.compile("p?([0-9])\\b.*");

    private Priorities() {}

    /** From the column of priorities or, when that is empty, the mean of urgency and impact. */
    static Priority read(String priority, String urgency, String impact) {
        if (!priority.isEmpty()) {
            return ranked(rank(priority));
        }
        if (urgency.isEmpty() && impact.isEmpty()) {
            return Priority.MEDIUM;
        }
        int first = rank(urgency.isEmpty() ? impact : urgency);
        int second = rank(impact.isEmpty() ? urgency : impact);
        return ranked((first + second) / 2);
    }

    private static Priority ranked(int rank) {
        return MOST_URGENT_FIRST.get(Math.min(Math.max(rank, 1), MOST_URGENT_FIRST.size()) - 1);
    }

    private static int rank(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        var numbered = NUMBERED.matcher(word);
        if (numbered.matches()) {
            return Integer.parseInt(numbered.group(1));
        }
        return switch (word) {
            case "critical", "urgent", "blocker", "highest" -> 1;
            case "high", "major" -> 2;
            case "medium", "normal", "moderate" -> 3;
            case "low", "minor", "trivial", "lowest" -> 4;
            default ->
                throw new IllegalArgumentException(
                        "priority is '" + text + "', not critical, high, medium, low or a number from 1 to 4");
        };
    }
}
