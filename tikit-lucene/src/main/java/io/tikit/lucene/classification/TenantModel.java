package io.tikit.lucene.classification;

import io.tikit.spi.classification.Suggestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What one tenant taught. Its monitor is held while it is taught or read from its files; the lock keeps questions away
 * only while the knowledge in memory changes, so that nobody waits for a disk or for the choice of weights.
 */
final class TenantModel {
    private static final int MOST_VALUES = 5;
    private static final int MOST_EVIDENCE = 5;
    /** Weights are chosen anew when this share of what they were chosen from has been added. */
    private static final int GROWTH = 4;

    private final LessonStore store;
    private final int most;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile @Nullable Loaded loaded;
    private int untuned;

    private record Loaded(Knowledge knowledge, LessonStore.State state) {}

    TenantModel(LessonStore store, int most) {
        this.store = store;
        this.most = most;
    }

    /** Gives the memory back; whoever is using it is not disturbed, and the next one reads the files. */
    void unload() {
        loaded = null;
    }

    boolean isLoaded() {
        return loaded != null;
    }

    private Loaded loaded() throws IOException {
        Loaded present = loaded;
        if (present != null) {
            return present;
        }
        synchronized (this) {
            present = loaded;
            if (present == null) {
                Knowledge knowledge = new Knowledge();
                List<Lesson> lessons = new ArrayList<>();
                LessonStore.State state = store.read(lessons::add);
                knowledge.change(lessons, List.of());
                untuned = 0;
                present = new Loaded(knowledge, state);
                loaded = present;
            }
            return present;
        }
    }

    synchronized void learn(Collection<Lesson> lessons) throws IOException {
        Knowledge knowledge = loaded().knowledge();
        Map<UUID, Lesson> last = new LinkedHashMap<>();
        lessons.forEach(lesson -> last.put(lesson.ticket(), lesson));
        List<Lesson> fresh = last.values().stream()
                .filter(lesson -> !lesson.equals(knowledge.of(lesson.ticket())))
                .toList();
        if (!fresh.isEmpty()) {
            change(fresh, List.of());
        }
    }

    synchronized void forget(Collection<UUID> tickets) throws IOException {
        Knowledge knowledge = loaded().knowledge();
        List<UUID> gone = tickets.stream()
                .filter(ticket -> knowledge.of(ticket) != null)
                .distinct()
                .toList();
        if (!gone.isEmpty()) {
            change(List.of(), gone);
        }
    }

    synchronized void erase() throws IOException {
        // A state that comes first empties the index, whatever is in it.
        loaded = null;
        store.write(List.of(), List.of(), new LessonStore.State(0, Map.of()));
    }

    private void change(List<Lesson> fresh, List<UUID> gone) throws IOException {
        Loaded before = loaded();
        Knowledge knowledge = before.knowledge();
        boolean done = false;
        try {
            untuned += fresh.size();
            List<UUID> old = change(knowledge, fresh, gone);
            List<UUID> away = new ArrayList<>(gone);
            away.addAll(old);
            Map<String, FieldFit> fits = before.state().fits();
            if (!gone.isEmpty() || untuned * GROWTH >= knowledge.size() || fits.isEmpty()) {
                fits = Tuning.all(knowledge);
                untuned = 0;
            }
            LessonStore.State state =
                    new LessonStore.State(Math.max(1, before.state().number() + 1), fits);
            store.write(fresh, away, state);
            loaded = new Loaded(knowledge, state);
            done = true;
        } finally {
            if (!done) {
                // What is in memory is ahead of the files: read them again.
                loaded = null;
            }
        }
    }

    private List<UUID> change(Knowledge knowledge, List<Lesson> fresh, List<UUID> gone) {
        lock.writeLock().lock();
        try {
            knowledge.change(fresh, gone);
            List<UUID> old = knowledge.beyond(most);
            if (!old.isEmpty()) {
                knowledge.change(List.of(), old);
            }
            return old;
        } finally {
            lock.writeLock().unlock();
        }
    }

    List<Suggestion> suggest(TextWords.Parts text, Set<String> fields) throws IOException {
        Loaded known = loaded();
        lock.readLock().lock();
        try {
            Knowledge knowledge = known.knowledge();
            if (knowledge.size() == 0) {
                return List.of();
            }
            Question question = Question.of(knowledge, text.bags());
            List<Suggestion> all = new ArrayList<>();
            for (String field : new TreeSet<>(fields)) {
                FieldValues values = knowledge.field(field);
                if (values != null) {
                    FieldFit fit = known.state().fits().getOrDefault(field, FieldFit.USUAL);
                    String model = "lucene-1/" + known.state().number();
                    all.addAll(suggest(question, text, field, values, fit, model));
                }
            }
            return List.copyOf(all);
        } finally {
            lock.readLock().unlock();
        }
    }

    private static List<Suggestion> suggest(
            Question question, TextWords.Parts text, String field, FieldValues values, FieldFit fit, String model) {
        Question.Neighbours neighbours = question.neighbours(field, fit.mix().pairs(), Mix.NEIGHBOURS);
        Opinion opinion = Opinion.of(values, neighbours, question.values(field, values), fit.mix());
        if (opinion.order().length == 0) {
            return List.of();
        }
        double first = fit.trust().of(opinion.signs());
        if (first < fit.least()) {
            return List.of();
        }
        List<Suggestion> suggestions = new ArrayList<>();
        double firstShare = opinion.shares()[opinion.order()[0]];
        double rest = firstShare < 1 ? (1 - first) / (1 - firstShare) : 0;
        double before = 1;
        for (int value : opinion.order()) {
            double confidence = suggestions.isEmpty() ? first : Math.min(before, opinion.shares()[value] * rest);
            confidence = Math.floor(confidence * 1e6) / 1e6;
            if (confidence <= 0 || suggestions.size() == MOST_VALUES) {
                break;
            }
            suggestions.add(new Suggestion(
                    field, values.value(value), confidence, evidence(question, text, values, value), model));
            before = confidence;
        }
        return suggestions;
    }

    private static List<String> evidence(Question question, TextWords.Parts text, FieldValues values, int value) {
        double[] speaking = question.speaking(values, value);
        List<String> words = List.copyOf(text.bags().words().keySet());
        return IntStream.range(0, speaking.length)
                .filter(i -> speaking[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -speaking[i]).thenComparing(words::get))
                .limit(MOST_EVIDENCE)
                .map(i -> Objects.requireNonNull(text.asWritten().get(words.get(i))))
                .distinct()
                .toList();
    }
}
