package io.tikit.jpa.interval;

import io.tikit.api.ticket.TicketId;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.Interval;
import io.tikit.spi.storage.IntervalRepository;
import java.time.Instant;
import java.util.List;

/** Intervals in the database. */
public final class IntervalTable implements IntervalRepository {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES = List.of(IntervalEntity.class);

    private static final Change INSERT = Change.insert(
            Change.Step.APPENDED,
            "tikit_interval",
            "tenant",
            "ticket",
            "kind",
            "from_at",
            "cause",
            "step",
            "to_at",
            "held");

    private static final Change END = Change.update(
            "UPDATE tikit_interval SET to_at = ? WHERE tenant = ? AND ticket = ? AND kind = ? AND to_at = ?");

    private final Session session;
    private int begun;

    public IntervalTable(Session session) {
        this.session = session;
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // documented to be stored by ordinal
    public void begin(TicketId ticket, Interval interval) {
        int tenant = session.tenant();
        int step = begun++;
        session.change(
                INSERT,
                row -> row.whole(tenant)
                        .id(ticket.value())
                        .whole(interval.kind().ordinal())
                        .whole(interval.from().toEpochMilli())
                        .id(interval.cause().value())
                        .whole(step)
                        .whole(interval.to().map(Instant::toEpochMilli).orElse(IntervalEntity.LASTS))
                        .text(interval.value()));
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // documented to be stored by ordinal
    public void end(TicketId ticket, Interval.Kind kind, Instant to) {
        int tenant = session.tenant();
        // One that this unit began must be there to be ended.
        session.flushIfHeld(INSERT);
        session.change(
                END,
                row -> row.whole(to.toEpochMilli())
                        .whole(tenant)
                        .id(ticket.value())
                        .whole(kind.ordinal())
                        .whole(IntervalEntity.LASTS));
    }

    @Override
    public List<Interval> of(TicketId ticket, int limit) {
        return session
                .read(
                        IntervalEntity.class,
                        "SELECT i FROM Interval i WHERE i.tenant = ?1 AND i.ticket = ?2"
                                + " ORDER BY i.kind, i.start, i.finish, i.cause, i.step",
                        limit,
                        session.tenant(),
                        ticket.value())
                .stream()
                .map(IntervalEntity::toInterval)
                .toList();
    }
}
