package io.tikit.jpa.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a ticket. Flat: what it refers to is kept true by foreign keys. */
@Entity(name = "Ticket")
@Table(name = "tikit_ticket")
@IdClass(TicketEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class TicketEntity {
    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "serial")
    long serial;

    @Column(name = "type_rank")
    short type;

    @Column(name = "subject")
    String subject;

    @Column(name = "subject_folded")
    byte[] subjectFolded;

    @Column(name = "priority")
    short priority;

    @Column(name = "status")
    String status;

    @Column(name = "state")
    short state;

    @Column(name = "is_open")
    short open;

    @Column(name = "requester")
    UUID requester;

    @Nullable
    @Column(name = "submitter")
    UUID submitter;

    @Nullable
    @Column(name = "team")
    UUID team;

    @Nullable
    @Column(name = "assignee")
    UUID assignee;

    @Nullable
    @Column(name = "category")
    UUID category;

    @Nullable
    @Column(name = "organisation")
    UUID organisation;

    @Column(name = "created_at")
    long created;

    @Column(name = "updated_at")
    long updated;

    @Column(name = "resolved_at")
    @Nullable
    Long resolved;

    @Column(name = "revision")
    long revision;

    @Nullable
    @Column(name = "fields")
    String fields;

    @Column(name = "fields_large")
    @Nullable
    String fieldsLarge;

    /** For the provider. */
    protected TicketEntity() {}

    TicketEntity(int tenant, UUID id) {
        this.tenant = tenant;
        this.id = id;
    }

    /** The key. */
    public record Key(int tenant, UUID id) implements Serializable {}
}
