package io.tikit.core.workflow;

import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.calendar.Timetable;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.calendar.Timetables;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Execution;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Schedules, in the unit that writes a ticket, when it wakes or closes, and takes that back in the unit that moves it on
 * otherwise. Tickets that neither wait until some time nor are in a status that ends by itself cost nothing.
 */
public final class LifecycleTimers {
    /** The handler of these timers. */
    public static final String NAME = "lifecycle";

    private static final String WAKE = "wake/";
    private static final String CLOSE = "close/";

    private final Lifecycles lifecycles;
    private final Snapshots snapshots;
    private final Timetables timetables;

    @Inject
    LifecycleTimers(Lifecycles lifecycles, Snapshots snapshots, Timetables timetables) {
        this.lifecycles = lifecycles;
        this.snapshots = snapshots;
        this.timetables = timetables;
    }

    /** What a timer is for. */
    public enum Purpose {
        WAKE,
        ANNOUNCE,
        CLOSE
    }

    /** When a ticket that waits is to be looked at again. */
    public static Optional<Instant> wakeUp(Ticket ticket) {
        return ticket.field(TicketChange.PENDING_UNTIL)
                .filter(FieldValue.Moment.class::isInstance)
                .map(value -> ((FieldValue.Moment) value).value());
    }

    /**
     * After a ticket was written.
     *
     * @param heard whether somebody wrote to it who does not work on tickets, so that it begins to wait anew
     */
    public void written(Optional<Ticket> before, Ticket after, boolean heard, Execution execution) {
        Optional<Instant> wake = wakeUp(after);
        if (!before.flatMap(LifecycleTimers::wakeUp).equals(wake)) {
            wake.ifPresentOrElse(
                    at -> schedule(WAKE, after.id(), at, Purpose.WAKE, execution),
                    () -> execution.unit().timers().cancel(NAME, WAKE + after.id()));
        }
        boolean moved = before.map(ticket -> !ticket.status().equals(after.status())
                        || ticket.summary().type() != after.summary().type())
                .orElse(true);
        if (moved || heard) {
            Optional<Closing> closing = closing(after, execution);
            if (closing.isPresent()) {
                announce(closing.get(), after, execution);
            } else if (before.flatMap(ticket -> closing(ticket, execution)).isPresent()) {
                execution.unit().timers().cancel(NAME, CLOSE + after.id());
            }
        }
    }

    /** What becomes of a ticket that stays in its status. */
    public Optional<Closing> closing(Ticket ticket, Execution execution) {
        return lifecycles.of(execution).of(ticket.summary().type()).closing(ticket.status());
    }

    private void announce(Closing closing, Ticket ticket, Execution execution) {
        Instant now = execution.time().instant();
        Duration first = closing.after().minus(closing.warning().orElse(Duration.ZERO));
        schedule(
                CLOSE,
                ticket.id(),
                after(closing, now, first, execution),
                closing.warning().isPresent() ? Purpose.ANNOUNCE : Purpose.CLOSE,
                execution);
    }

    /** Lets a ticket wait once more that is held back from its end. */
    public void putOff(Closing closing, Ticket ticket, Execution execution) {
        announce(closing, ticket, execution);
    }

    /** When a ticket is closed if that is announced now. */
    public Instant closesAt(Closing closing, Execution execution) {
        return after(closing, execution.time().instant(), closing.warning().orElse(Duration.ZERO), execution);
    }

    /** After it was announced that a ticket will be closed: lets it be closed. */
    public void announced(Closing closing, Ticket ticket, Execution execution) {
        schedule(CLOSE, ticket.id(), closesAt(closing, execution), Purpose.CLOSE, execution);
    }

    private static void schedule(String key, TicketId ticket, Instant at, Purpose purpose, Execution execution) {
        execution.schedule(NAME, key + ticket, at, Optional.of(ticket.value()), purpose.name());
    }

    private Instant after(Closing closing, Instant from, Duration within, Execution execution) {
        Optional<Timetable> hours = closing.calendar()
                .flatMap(key -> snapshots
                        .of(execution)
                        .value(new DocumentKey(BusinessCalendar.KIND, key), BusinessCalendar.class))
                .map(timetables::of);
        return hours.map(table -> table.instantAfter(from, within)).orElseGet(() -> from.plus(within));
    }
}
