package io.tikit.jpa.interval;

import io.tikit.api.event.EventId;
import io.tikit.spi.storage.Interval;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The row of an interval. */
@Entity(name = "Interval")
@Table(name = "tikit_interval")
@IdClass(IntervalEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class IntervalEntity {
    /** The end of an interval that lasts. */
    static final long LASTS = Long.MAX_VALUE;

    private static final Interval.Kind[] KINDS = Interval.Kind.values();

    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "ticket")
    UUID ticket;

    @Id
    @Column(name = "kind")
    short kind;

    @Id
    @Column(name = "from_at")
    long start;

    @Id
    @Column(name = "cause")
    UUID cause;

    @Id
    @Column(name = "step")
    short step;

    @Column(name = "to_at")
    long finish;

    @Column(name = "held")
    String held;

    /** For the provider. */
    protected IntervalEntity() {}

    Interval toInterval() {
        return new Interval(
                KINDS[kind],
                held,
                Instant.ofEpochMilli(start),
                finish == LASTS ? Optional.empty() : Optional.of(Instant.ofEpochMilli(finish)),
                new EventId(cause));
    }

    /** The key. */
    public record Key(int tenant, UUID ticket, short kind, long start, UUID cause, short step)
            implements Serializable {}
}
