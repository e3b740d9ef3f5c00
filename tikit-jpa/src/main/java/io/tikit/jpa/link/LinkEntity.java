package io.tikit.jpa.link;

import io.tikit.api.link.LinkKind;
import io.tikit.api.link.TicketLink;
import io.tikit.api.ticket.TicketId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** The row of a link between two tickets. */
@Entity(name = "TicketLink")
@Table(name = "tikit_ticket_link")
@IdClass(LinkEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class LinkEntity {
    private static final LinkKind[] KINDS = LinkKind.values();

    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "source")
    UUID source;

    @Id
    @Column(name = "kind")
    short kind;

    @Id
    @Column(name = "target")
    UUID target;

    @Column(name = "linked_at")
    long linkedAt;

    /** For the provider. */
    protected LinkEntity() {}

    @SuppressWarnings("EnumOrdinal") // constants of the kind are only ever added at the end
    static short code(LinkKind kind) {
        return (short) kind.ordinal();
    }

    TicketLink toLink() {
        return new TicketLink(new TicketId(source), KINDS[kind], new TicketId(target), Instant.ofEpochMilli(linkedAt));
    }

    /** The key. */
    public record Key(int tenant, UUID source, short kind, UUID target) implements Serializable {}
}
