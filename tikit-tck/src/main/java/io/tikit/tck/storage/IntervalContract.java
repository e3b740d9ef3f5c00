package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.Event;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.Interval;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How long a ticket was in which status, team and hands.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface IntervalContract extends StorageFixture {
    /** Intervals follow each other by kind, then in order of time, the last one without an end. */
    @Test
    default void intervalsComeByKindAndTime() {
        TestTenant tenant = TestTenant.in(storage(), "interval");
        Ticket ticket = tenant.storedTicket();
        Event cause = tenant.newEvent(ticket, 1);
        String team = tenant.queues().get(0).toString();
        tenant.write(unit -> {
            unit.events().insert(cause);
            unit.intervals().begin(ticket.id(), open(Interval.Kind.STATUS, "new", 0, cause));
            unit.intervals().begin(ticket.id(), open(Interval.Kind.TEAM, team, 0, cause));
        });
        tenant.write(unit -> {
            unit.intervals().end(ticket.id(), Interval.Kind.STATUS, at(60));
            unit.intervals().begin(ticket.id(), open(Interval.Kind.STATUS, "open", 60, cause));
        });
        tenant.write(unit -> {
            unit.intervals().end(ticket.id(), Interval.Kind.STATUS, at(90));
            unit.intervals().begin(ticket.id(), open(Interval.Kind.STATUS, "resolved", 90, cause));
            unit.intervals().end(ticket.id(), Interval.Kind.TEAM, at(90));
            unit.intervals().end(ticket.id(), Interval.Kind.ASSIGNEE, at(90));
        });
        List<Interval> expected = List.of(
                closed(Interval.Kind.STATUS, "new", 0, 60, cause),
                closed(Interval.Kind.STATUS, "open", 60, 90, cause),
                open(Interval.Kind.STATUS, "resolved", 90, cause),
                closed(Interval.Kind.TEAM, team, 0, 90, cause));
        assertThat(tenant.list(unit -> unit.intervals().of(ticket.id(), 100))).containsExactlyElementsOf(expected);
        assertThat(tenant.list(unit -> unit.intervals().of(ticket.id(), 2)))
                .containsExactlyElementsOf(expected.subList(0, 2));
    }

    /** An interval may begin, end and be followed by the next in one unit, even at one instant. */
    @Test
    default void intervalsChangeWithinAUnit() {
        TestTenant tenant = TestTenant.in(storage(), "interval-unit");
        Ticket ticket = tenant.storedTicket();
        Event cause = tenant.newEvent(ticket, 1);
        String person = tenant.people().get(0).toString();
        tenant.write(unit -> {
            unit.events().insert(cause);
            unit.intervals().begin(ticket.id(), open(Interval.Kind.ASSIGNEE, "somebody-else", 5, cause));
            unit.intervals().end(ticket.id(), Interval.Kind.ASSIGNEE, at(5));
            unit.intervals().begin(ticket.id(), open(Interval.Kind.ASSIGNEE, person, 5, cause));
            assertThat(unit.intervals().of(ticket.id(), 10)).hasSize(2);
        });
        assertThat(tenant.list(unit -> unit.intervals().of(ticket.id(), 10)))
                .containsExactlyInAnyOrder(
                        closed(Interval.Kind.ASSIGNEE, "somebody-else", 5, 5, cause),
                        open(Interval.Kind.ASSIGNEE, person, 5, cause));
    }

    /** Intervals of other tickets and tenants stay as they are. */
    @Test
    default void intervalsBelongToTheirTicket() {
        TestTenant tenant = TestTenant.in(storage(), "interval-of");
        Ticket ticket = tenant.storedTicket();
        Ticket other = tenant.storedTicket();
        Event cause = tenant.newEvent(ticket, 1);
        Interval lasting = open(Interval.Kind.STATUS, "new", 0, cause);
        tenant.write(unit -> {
            unit.events().insert(cause);
            unit.intervals().begin(ticket.id(), lasting);
            unit.intervals().begin(other.id(), lasting);
        });
        tenant.write(unit -> unit.intervals().end(ticket.id(), Interval.Kind.STATUS, at(1)));
        assertThat(tenant.list(unit -> unit.intervals().of(other.id(), 10))).containsExactly(lasting);
        TestTenant stranger = TestTenant.in(storage(), "interval-not");
        assertThat(stranger.list(unit -> unit.intervals().of(other.id(), 10))).isEmpty();
        stranger.write(unit -> unit.intervals().end(other.id(), Interval.Kind.STATUS, at(2)));
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            unit.intervals().end(other.id(), Interval.Kind.STATUS, at(3));
        }
        assertThat(tenant.list(unit -> unit.intervals().of(other.id(), 10))).containsExactly(lasting);
    }

    private static Instant at(long seconds) {
        return TestTenant.START.plusSeconds(seconds);
    }

    private static Interval open(Interval.Kind kind, String value, long from, Event cause) {
        return new Interval(kind, value, at(from), Optional.empty(), cause.id());
    }

    private static Interval closed(Interval.Kind kind, String value, long from, long to, Event cause) {
        return new Interval(kind, value, at(from), Optional.of(at(to)), cause.id());
    }
}
