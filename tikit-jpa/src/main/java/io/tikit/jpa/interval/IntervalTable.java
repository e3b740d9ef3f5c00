package io.tikit.jpa.interval;

import io.tikit.api.ticket.TicketId;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.Interval;
import io.tikit.spi.storage.IntervalRepository;
import java.time.Instant;
import java.util.List;

/** Intervals in the database. */
public final class IntervalTable implements IntervalRepository {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES = List.of(IntervalEntity.class);

    private final Session session;
    private int begun;

    public IntervalTable(Session session) {
        this.session = session;
    }

    @Override
    public void begin(TicketId ticket, Interval interval) {
        session.insert(new IntervalEntity(session.tenant(), ticket, interval, begun++));
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // documented to be stored by ordinal
    public void end(TicketId ticket, Interval.Kind kind, Instant to) {
        session.execute(
                "UPDATE Interval i SET i.finish = ?1 WHERE i.tenant = ?2 AND i.ticket = ?3 AND i.kind = ?4 AND i.finish = ?5",
                to.toEpochMilli(),
                session.tenant(),
                ticket.value(),
                (short) kind.ordinal(),
                IntervalEntity.LASTS);
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
