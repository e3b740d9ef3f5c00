package io.tikit.lucene.classification;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that a tenant taught, in memory. Read by many threads, changed by one while nobody reads. */
final class Knowledge {
    /** Words, and pairs of words. */
    static final int VIEWS = 2;

    private final View[] views = {new View(), new View()};
    private final Map<String, FieldValues> fields = new TreeMap<>();
    private final Map<UUID, Integer> slotOf = new HashMap<>();
    private final List<@Nullable Held> held = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();

    /**
     * A ticket that is held.
     *
     * @param values by field the number of the value
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Held(Lesson lesson, View.Vector[] vectors, Map<String, Integer> values) {}

    int size() {
        return slotOf.size();
    }

    int slots() {
        return held.size();
    }

    Set<String> fields() {
        return fields.keySet();
    }

    @Nullable
    FieldValues field(String field) {
        return fields.get(field);
    }

    @Nullable
    Held at(int slot) {
        return held.get(slot);
    }

    @Nullable
    Lesson of(UUID ticket) {
        Integer slot = slotOf.get(ticket);
        Held there = slot == null ? null : held.get(slot);
        return there == null ? null : there.lesson();
    }

    View view(int view) {
        return views[view];
    }

    /** The tickets that were taught first, beyond so many. */
    List<UUID> beyond(int most) {
        return slotOf.size() <= most
                ? List.of()
                : slotOf.keySet().stream()
                        .sorted(Comparator.comparing(UUID::toString))
                        .limit(slotOf.size() - most)
                        .toList();
    }

    /** Takes up and gives up tickets. */
    void change(Collection<Lesson> taught, Collection<UUID> gone) {
        gone.forEach(this::remove);
        for (Lesson lesson : taught) {
            remove(lesson.ticket());
            add(lesson);
        }
        for (FieldValues field : fields.values()) {
            for (int view = 0; view < VIEWS; view++) {
                field.classes(view).measure(views[view], size(), field.size());
            }
        }
    }

    private void add(Lesson lesson) {
        View.Vector[] vectors = new View.Vector[VIEWS];
        int slot = free.isEmpty() ? held.size() : free.pop();
        for (int view = 0; view < VIEWS; view++) {
            vectors[view] = views[view].vector(lesson.bags().of(view), true);
            views[view].add(slot, vectors[view]);
        }
        Map<String, Integer> numbers = new HashMap<>();
        lesson.values().forEach((field, value) -> {
            FieldValues values = fields.computeIfAbsent(field, f -> new FieldValues());
            int number = values.number(value);
            values.add(vectors, number, 1);
            numbers.put(field, number);
        });
        Held added = new Held(lesson, vectors, numbers);
        if (slot == held.size()) {
            held.add(added);
        } else {
            held.set(slot, added);
        }
        slotOf.put(lesson.ticket(), slot);
    }

    private void remove(UUID ticket) {
        Integer slot = slotOf.remove(ticket);
        Held there = slot == null ? null : held.get(slot);
        if (slot == null || there == null) {
            return;
        }
        for (int view = 0; view < VIEWS; view++) {
            views[view].remove(
                    slot, there.vectors()[view], there.lesson().bags().of(view));
        }
        there.values().forEach((field, number) -> {
            FieldValues values = fields.get(field);
            if (values != null) {
                values.add(there.vectors(), number, -1);
            }
        });
        held.set(slot, null);
        free.push(slot);
    }
}
