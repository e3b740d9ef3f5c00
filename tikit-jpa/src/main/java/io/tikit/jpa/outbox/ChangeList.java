package io.tikit.jpa.outbox;

import io.tikit.jpa.codec.Ids;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Changes in memory in the order of their ids: those that are committed, and those about to be. A committed change is
 * not taken while an earlier one of the same ticket is about to be: it was committed earlier and is only not fed yet.
 * Safe for use by several threads.
 */
final class ChangeList {
    private record Entry(Waiting.Change change, boolean committed) {}

    private final TreeMap<UUID, Entry> changes = new TreeMap<>(Ids::compare);

    synchronized void announce(Waiting.Change change) {
        changes.put(change.id(), new Entry(change, false));
    }

    synchronized void commit(Waiting.Change change) {
        changes.put(change.id(), new Entry(change, true));
    }

    synchronized void remove(Collection<Waiting.Change> gone) {
        gone.forEach(change -> changes.remove(change.id()));
    }

    /** Committed changes that may be given positions, in order. */
    synchronized List<Waiting.Change> ready(int limit) {
        List<Waiting.Change> ready = new ArrayList<>();
        Set<UUID> heldBack = new HashSet<>();
        for (Entry entry : changes.values()) {
            if (ready.size() >= limit) {
                break;
            }
            Set<UUID> subjects = subjects(entry.change());
            if (entry.committed() && subjects.stream().noneMatch(heldBack::contains)) {
                ready.add(entry.change());
            } else {
                heldBack.addAll(subjects);
            }
        }
        return ready;
    }

    private static Set<UUID> subjects(Waiting.Change change) {
        Set<UUID> subjects = new HashSet<>();
        Refs.unpack(ByteBuffer.wrap(change.refs())).forEach(ref -> subjects.add(ref.subject()));
        return subjects;
    }

    synchronized Optional<Instant> oldest() {
        return changes.values().stream()
                .filter(Entry::committed)
                .findFirst()
                .map(entry ->
                        Instant.ofEpochMilli(ChangeIds.millis(entry.change().id())));
    }

    /** The ids of all that are known. */
    synchronized Set<UUID> ids() {
        return new HashSet<>(changes.keySet());
    }

    /**
     * Takes over what the database holds.
     *
     * @param found committed changes that were not known
     * @param there the ids of all that the database holds
     * @param known the ids that were known before it was asked; those no longer there are dropped
     */
    synchronized void synchronise(List<Waiting.Change> found, Set<UUID> there, Set<UUID> known) {
        changes.values()
                .removeIf(entry -> entry.committed()
                        && known.contains(entry.change().id())
                        && !there.contains(entry.change().id()));
        found.forEach(this::commit);
    }
}
