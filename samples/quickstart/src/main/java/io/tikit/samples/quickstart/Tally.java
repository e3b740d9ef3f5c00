package io.tikit.samples.quickstart;

import io.tikit.api.error.InvalidException;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Keeps count of a run: which row became which ticket, which did not, and how long commands took. */
final class Tally {
    private final Instant start = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    private final long startNanos = System.nanoTime();
    private volatile Duration untilReady = Duration.ZERO;
    private final List<SkippedRow> unreadable;
    private final Queue<SkippedRow> refused = new ConcurrentLinkedQueue<>();
    private final Map<TicketRow, TicketId> tickets = new ConcurrentHashMap<>();
    private final Set<TicketRow> earlier = ConcurrentHashMap.newKeySet();
    private final Queue<Long> openingNanos = new ConcurrentLinkedQueue<>();
    private final Queue<Long> workNanos = new ConcurrentLinkedQueue<>();

    Tally(List<SkippedRow> unreadable) {
        this.unreadable = unreadable;
    }

    void ready() {
        untilReady = Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** Opens a ticket. What the desk refuses is told with its line; nothing of it was written. */
    void opening(TicketRow row, Supplier<Ticket> command) {
        long before = System.nanoTime();
        try {
            Ticket ticket = command.get();
            long nanos = System.nanoTime() - before;
            tickets.put(row, ticket.id());
            // The row was given to the desk before, which then answers with the ticket of that time.
            if (ticket.summary().createdAt().isBefore(start)) {
                earlier.add(row);
            } else {
                openingNanos.add(nanos);
            }
        } catch (InvalidException e) {
            refused.add(new SkippedRow(row.line(), String.valueOf(e.getMessage())));
        }
    }

    /** Times what is done about a new ticket; for others the desk just finds that it was done. */
    void work(TicketRow row, Runnable command) {
        long before = System.nanoTime();
        command.run();
        if (!earlier.contains(row)) {
            workNanos.add(System.nanoTime() - before);
        }
    }

    /** The rows that are tickets now, in the order of the file. */
    List<TicketRow> opened() {
        return tickets.keySet().stream()
                .sorted(Comparator.comparing(TicketRow::line))
                .toList();
    }

    TicketId ticket(TicketRow row) {
        return Objects.requireNonNull(tickets.get(row), "not opened");
    }

    Outcome outcome(Duration opening, Duration working, Overview overview) {
        List<SkippedRow> skipped = Stream.concat(unreadable.stream(), refused.stream())
                .sorted(Comparator.comparing(SkippedRow::line))
                .toList();
        return new Outcome(
                untilReady,
                openingNanos.size(),
                earlier.size(),
                skipped,
                Speed.of(openingNanos, opening),
                Speed.of(workNanos, working),
                overview);
    }
}
