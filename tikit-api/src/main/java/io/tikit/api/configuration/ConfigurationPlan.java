package io.tikit.api.configuration;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;

/**
 * What applying a text would do to a desk, made for one revision of its configuration. Immutable.
 *
 * @param revision the revision of the configuration that it was made for
 * @param changes what happens, in the order of kind, then key
 * @param unchanged how many documents stay as they are
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ConfigurationPlan(long revision, List<PlannedChange> changes, int unchanged) {
    /** Copies the changes. */
    public ConfigurationPlan {
        changes = List.copyOf(changes);
    }

    /**
     * Tells whether there is nothing to do.
     *
     * @return whether no document changes
     */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /**
     * The plan for people: a block for each document that changes, a line for each difference, and a summary.
     *
     * @return lines in English that end with a line feed
     */
    public String diff() {
        StringBuilder text = new StringBuilder();
        int[] counts = new int[PlannedChange.Action.values().length];
        for (PlannedChange change : changes) {
            counts[index(change.action())]++;
            text.append(sign(change.action()))
                    .append(' ')
                    .append(change.id())
                    .append(" (")
                    .append(change.after().label())
                    .append(")\n");
            change.differences()
                    .forEach(line -> text.append("    ").append(line).append('\n'));
        }
        return text.append("create ")
                .append(counts[0])
                .append(", update ")
                .append(counts[1])
                .append(", retire ")
                .append(counts[2])
                .append(", restore ")
                .append(counts[3])
                .append(", unchanged ")
                .append(unchanged)
                .append('\n')
                .toString();
    }

    private static int index(PlannedChange.Action action) {
        return switch (action) {
            case CREATE -> 0;
            case UPDATE -> 1;
            case RETIRE -> 2;
            case RESTORE -> 3;
        };
    }

    private static char sign(PlannedChange.Action action) {
        return switch (action) {
            case CREATE, RESTORE -> '+';
            case UPDATE -> '~';
            case RETIRE -> '-';
        };
    }
}
