package io.tikit.jpa.timer;

import io.tikit.api.event.EventId;
import io.tikit.api.timer.Timer;
import io.tikit.api.timer.TimerCause;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a timer, for reading; how it is claimed is not seen here. */
@Entity(name = "Timer")
@Table(name = "tikit_timer")
@IdClass(TimerEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class TimerEntity {
    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "handler")
    String handler;

    @Column(name = "timer_key")
    String name;

    @Column(name = "subject")
    @Nullable
    UUID subject;

    @Column(name = "due_at")
    long due;

    @Column(name = "payload")
    @Nullable
    String payload;

    @Column(name = "cause")
    @Nullable
    UUID cause;

    @Column(name = "cause_subject")
    @Nullable
    UUID causeSubject;

    @Column(name = "depth")
    int depth;

    /** For the provider. */
    protected TimerEntity() {}

    Timer toTimer() {
        return timer(id, handler, name, subject, due, payload, cause, causeSubject, depth);
    }

    static Timer timer(
            UUID id,
            String handler,
            String name,
            @Nullable UUID subject,
            long due,
            @Nullable String payload,
            @Nullable UUID cause,
            @Nullable UUID causeSubject,
            int depth) {
        Optional<TimerCause> causes = cause == null || causeSubject == null
                ? Optional.empty()
                : Optional.of(new TimerCause(new EventId(cause), causeSubject, depth));
        return new Timer(
                id,
                handler,
                name,
                Optional.ofNullable(subject),
                Instant.ofEpochMilli(due),
                payload == null ? "" : payload,
                causes);
    }

    /** The key. */
    public record Key(int tenant, UUID id) implements Serializable {}
}
