package io.tikit.core.suggestion;

import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.suggestion.BacktestReport;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Time;
import io.tikit.spi.classification.Example;
import io.tikit.spi.classification.Suggestion;
import io.tikit.spi.storage.Storage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Learns from tickets of the past, and tries on them how suggestions would have fared. In small steps that can be ended. */
@Singleton
public final class History {
    private static final int STEP = 200;

    private final Suggester suggester;
    private final Snapshots snapshots;
    private final Policies policies;
    private final Reader reader;
    private final Storage storage;
    private final Time time;

    @Inject
    History(Suggester suggester, Snapshots snapshots, Policies policies, Reader reader, Storage storage, Time time) {
        this.suggester = suggester;
        this.snapshots = snapshots;
        this.policies = policies;
        this.reader = reader;
        this.storage = storage;
        this.time = time;
    }

    /** Teaches the latest tickets, and tells of how many something was learned. */
    int teach(TenantId tenant, int last) {
        requireLearning();
        Set<String> fields = policies.of(snapshots.recent(tenant)).fields();
        int learned = 0;
        if (!fields.isEmpty()) {
            List<TicketId> latest = latest(tenant, last);
            for (int from = 0; from < latest.size(); from += STEP) {
                List<Example> lessons = lessons(tenant, part(latest, from), fields);
                if (!lessons.isEmpty()) {
                    suggester.learn(tenant, lessons);
                }
                learned += lessons.size();
            }
        }
        return learned;
    }

    void forget(TenantId tenant, TicketId ticket) {
        if (suggester.learns()) {
            suggester.forget(tenant, List.of(ticket));
        }
    }

    /** Learns from the older tickets under a name that no desk has, and asks about the newer ones. */
    BacktestReport backtest(TenantId tenant, Set<String> fields, int last) {
        requireLearning();
        for (String field : fields) {
            if (!SuggestedValues.isSuggestable(field, snapshots.recent(tenant).fields())) {
                throw new InvalidException(ErrorCode.INVALID_QUERY, SuggestedValues.notSuggestable("fields", field));
            }
        }
        List<TicketId> latest = latest(tenant, last);
        List<Example> all = new ArrayList<>();
        for (int from = 0; from < latest.size(); from += STEP) {
            all.addAll(lessons(tenant, part(latest, from), fields));
        }
        int cut = all.size() * 4 / 5;
        TenantId apart = apart(tenant);
        Map<String, Tally> tallies = new HashMap<>();
        fields.forEach(field -> tallies.put(field, new Tally()));
        try {
            suggester.erase(apart);
            for (int from = 0; from < cut; from += STEP) {
                goOn();
                suggester.learn(apart, all.subList(from, Math.min(cut, from + STEP)));
            }
            for (Example example : all.subList(cut, all.size())) {
                goOn();
                List<Suggestion> answer = suggester.suggest(apart, example.text(), fields);
                example.values().forEach((field, value) -> {
                    Tally tally = tallies.get(field);
                    if (tally != null) {
                        tally.count(
                                value,
                                answer.stream()
                                        .filter(one -> one.field().equals(field))
                                        .findFirst());
                    }
                });
            }
        } finally {
            boolean interrupted = Thread.interrupted();
            suggester.erase(apart);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        Map<String, BacktestReport.Counts> counts = new HashMap<>();
        tallies.forEach((field, tally) -> counts.put(field, tally.counts()));
        return new BacktestReport(cut, all.size() - cut, counts);
    }

    /** A name for the trial; should a desk be called so, nothing is tried. */
    private TenantId apart(TenantId tenant) {
        TenantId apart = TenantId.of("backtest_"
                + UUID.nameUUIDFromBytes(tenant.value().getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 18));
        if (storage.tenantExists(apart)) {
            throw new UnavailableException(
                    ErrorCode.NOT_SUPPORTED, "the name " + apart + ", needed for the trial, is that of a desk", null);
        }
        return apart;
    }

    private void requireLearning() {
        if (!suggester.learns()) {
            throw new UnavailableException(
                    ErrorCode.NOT_SUPPORTED,
                    "no plugin brings a classifier that learns; add one, such as tikit-lucene",
                    null);
        }
    }

    /** Stops what nobody waits for any more. */
    private static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "interrupted before the end", null);
        }
    }

    private static List<TicketId> part(List<TicketId> all, int from) {
        return all.subList(from, Math.min(all.size(), from + STEP));
    }

    private List<Example> lessons(TenantId tenant, List<TicketId> tickets, Set<String> fields) {
        goOn();
        return reader.read(
                tenant,
                unit -> unit.tickets().findAll(tickets).stream()
                        .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                        .flatMap(ticket -> Lessons.of(unit, ticket, fields).stream())
                        .toList());
    }

    /** The latest tickets, the oldest first. Ids begin with the time, so that not all have to be walked. */
    private List<TicketId> latest(TenantId tenant, int last) {
        long now = time.instant().toEpochMilli();
        for (long span = Duration.ofHours(1).toMillis(); ; span *= 4) {
            long from = Math.max(0, now - span);
            Deque<TicketId> found = new ArrayDeque<>();
            Optional<TicketId> after = Optional.of(new TicketId(new UUID(from << 16, 0)));
            while (true) {
                goOn();
                Optional<TicketId> place = after;
                List<Ticket> page = reader.read(tenant, unit -> unit.tickets().scan(place, STEP));
                for (Ticket ticket : page) {
                    found.add(ticket.id());
                    if (found.size() > last) {
                        found.remove();
                    }
                }
                if (page.size() < STEP) {
                    break;
                }
                after = Optional.of(page.get(page.size() - 1).id());
            }
            if (found.size() == last || from == 0) {
                return List.copyOf(found);
            }
        }
    }

    /** Counts what came of asking about one field. */
    private static final class Tally {
        private static final int ROWS = 10;

        private int right;
        private int wrong;
        private int abstained;
        private final int[] counts = new int[ROWS];
        private final double[] confidences = new double[ROWS];
        private final int[] hits = new int[ROWS];

        void count(String value, Optional<Suggestion> first) {
            if (first.isEmpty()) {
                abstained++;
                return;
            }
            boolean hit = first.get().value().equals(value);
            right += hit ? 1 : 0;
            wrong += hit ? 0 : 1;
            int row = Math.min(ROWS - 1, (int) (first.get().confidence() * ROWS));
            counts[row]++;
            confidences[row] += first.get().confidence();
            hits[row] += hit ? 1 : 0;
        }

        BacktestReport.Counts counts() {
            List<BacktestReport.Row> rows = new ArrayList<>();
            for (int row = 0; row < ROWS; row++) {
                rows.add(
                        counts[row] == 0
                                ? new BacktestReport.Row(0, 0, 0)
                                : new BacktestReport.Row(
                                        counts[row], confidences[row] / counts[row], hits[row] / (double) counts[row]));
            }
            return new BacktestReport.Counts(right, wrong, abstained, rows);
        }
    }
}
