package io.tikit.core.plugin;

import java.time.Duration;

/**
 * What the engine asks a part to do. Calls of equal errands are counted together.
 *
 * @param plugin whose part, by id
 * @param what what it does, as the end of "the plugin did not ..."
 * @param atMost how long it may take
 * @param interrupts whether its thread is interrupted after that; not where that would do damage, as to open files
 * @param mostStuck how many calls may be overdue at a time; after that it is not asked until one comes back
 */
public record Errand(String plugin, String what, Duration atMost, boolean interrupts, int mostStuck) {
    /** How many calls may be overdue at a time when nothing else is said: each holds a thread. */
    public static final int MOST_STUCK = 8;

    /** An errand that is interrupted when it is late. */
    public static Errand of(String plugin, String what, Duration atMost) {
        return new Errand(plugin, what, atMost, true, MOST_STUCK);
    }

    /** The same for what must not be interrupted. */
    public Errand uninterrupted() {
        return new Errand(plugin, what, atMost, false, mostStuck);
    }

    /** The same, with fewer or more overdue calls. */
    public Errand stuckAtMost(int calls) {
        return new Errand(plugin, what, atMost, interrupts, calls);
    }

    @Override
    public String toString() {
        return "plugin " + plugin + ": " + what;
    }
}
