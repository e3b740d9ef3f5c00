package io.tikit.jpa.outbox;

import io.tikit.spi.storage.WorkItem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of work, as a unit writes it. */
@Entity(name = "Work")
@Table(name = "tikit_work")
@IdClass(WorkEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class WorkEntity {
    @Id
    String consumer;

    @Id
    @Column(name = "happened_at")
    long happened;

    @Id
    long revision;

    @Id
    UUID id;

    int tenant;
    UUID subject;
    UUID event;
    short bucket;
    int attempts;

    @Column(name = "retry_at")
    long retryAt;

    @Column(name = "last_error")
    @Nullable
    String error;

    /** For the provider. */
    protected WorkEntity() {}

    WorkEntity(int tenant, WorkItem item) {
        consumer = item.consumer();
        happened = item.at().toEpochMilli();
        revision = item.revision();
        id = item.id();
        this.tenant = tenant;
        subject = item.event().subject();
        event = item.event().event().value();
        bucket = (short) item.bucket();
        attempts = item.attempts();
    }

    /** The key. */
    public record Key(String consumer, long happened, long revision, UUID id) implements Serializable {}
}
