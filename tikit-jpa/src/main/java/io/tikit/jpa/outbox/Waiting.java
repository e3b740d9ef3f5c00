package io.tikit.jpa.outbox;

import io.tikit.spi.storage.WorkItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Is told what units leave behind. Where readers wait for nobody the database is asked instead, and nobody listens. */
public interface Waiting {
    /** Nobody listens. */
    Waiting NOBODY = new Waiting() {
        @Override
        public void announced(WorkItem item) {
            // Found by query after the commit.
        }

        @Override
        public void announced(Change change) {
            // Found by query after the commit.
        }

        @Override
        public void announced(TimerKey timer) {
            // Whoever claims passes locked rows by.
        }

        @Override
        public void committed(Leaving unit) {
            // Found by query.
        }

        @Override
        public void rolledBack(Leaving unit) {
            // Never seen.
        }

        @Override
        public void unknown(Leaving unit) {
            // Found by query if it was committed.
        }
    };

    /** A unit is about to write this. */
    void announced(WorkItem item);

    /** A unit is about to write this. */
    void announced(Change change);

    /** A unit is about to write or remove this. */
    void announced(TimerKey timer);

    /** What the unit wrote is committed. */
    void committed(Leaving unit);

    /** What the unit wrote is gone. */
    void rolledBack(Leaving unit);

    /** Whether it is committed or gone stands in the database alone. */
    void unknown(Leaving unit);

    /** A change with its event references packed. */
    @SuppressWarnings("ArrayRecordComponent") // compared by id alone, see below
    record Change(UUID id, int tenant, byte[] refs) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Change that && id.equals(that.id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }

        @Override
        public String toString() {
            return id + " of tenant " + tenant + " with " + Arrays.hashCode(refs);
        }
    }

    /** Names a timer. */
    record TimerKey(int tenant, String handler, String key) {}

    /** What one unit leaves behind. */
    final class Leaving {
        private final List<WorkItem> work = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<TimerKey> timers = new ArrayList<>(0);

        List<WorkItem> work() {
            return work;
        }

        List<Change> changes() {
            return changes;
        }

        /** The timers that it writes or removes. */
        public List<TimerKey> timers() {
            return timers;
        }

        /** Whether there is anything. */
        public boolean isEmpty() {
            return work.isEmpty() && changes.isEmpty() && timers.isEmpty();
        }
    }
}
