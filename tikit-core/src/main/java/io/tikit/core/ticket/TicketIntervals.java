package io.tikit.core.ticket;

import io.tikit.api.event.EventId;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.Interval;
import io.tikit.spi.storage.Interval.Kind;
import io.tikit.spi.storage.IntervalRepository;
import java.time.Instant;
import java.util.Optional;

/** Keeps status, team and assignee as intervals, from which every duration is derived (REQ-TM-014, REQ-TM-016). */
final class TicketIntervals {
    private TicketIntervals() {}

    static void begin(IntervalRepository intervals, Ticket ticket, Instant at, EventId cause) {
        for (Kind kind : Kind.values()) {
            value(ticket, kind).ifPresent(value -> begin(intervals, ticket, kind, value, at, cause));
        }
    }

    static void follow(IntervalRepository intervals, Ticket before, Ticket after, Instant at, EventId cause) {
        for (Kind kind : Kind.values()) {
            Optional<String> old = value(before, kind);
            Optional<String> present = value(after, kind);
            if (!old.equals(present)) {
                if (old.isPresent()) {
                    intervals.end(after.id(), kind, at);
                }
                present.ifPresent(value -> begin(intervals, after, kind, value, at, cause));
            }
        }
    }

    private static void begin(
            IntervalRepository intervals, Ticket ticket, Kind kind, String value, Instant at, EventId cause) {
        intervals.begin(ticket.id(), new Interval(kind, value, at, Optional.empty(), cause));
    }

    private static Optional<String> value(Ticket ticket, Kind kind) {
        return switch (kind) {
            case STATUS -> Optional.of(ticket.status().key());
            case TEAM -> ticket.team().map(id -> id.toString());
            case ASSIGNEE -> ticket.assignee().map(id -> id.toString());
        };
    }
}
