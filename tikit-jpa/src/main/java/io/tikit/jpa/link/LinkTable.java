package io.tikit.jpa.link;

import io.tikit.api.link.LinkKind;
import io.tikit.api.link.TicketLink;
import io.tikit.api.ticket.TicketId;
import io.tikit.jpa.codec.Ids;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.LinkRepository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Links in the database. */
public final class LinkTable implements LinkRepository {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES = List.of(LinkEntity.class);

    /** After the tickets, which may be written by the same unit. */
    private static final Change INSERT =
            Change.insert(Change.Step.APPENDED, "tikit_ticket_link", "tenant", "source", "kind", "target", "linked_at");

    private static final List<String> COLUMNS = List.of("tenant", "source", "kind", "target", "linked_at");

    private static final Comparator<TicketLink> OLDEST = Comparator.comparing(TicketLink::since)
            .thenComparing(TicketLink::kind)
            .thenComparing(link -> link.from().value(), Ids::compare)
            .thenComparing(link -> link.to().value(), Ids::compare);

    private final Session session;

    public LinkTable(Session session) {
        this.session = session;
    }

    /** Each direction by an index of its own: databases do not read two for one question. */
    @Override
    public List<TicketLink> of(TicketId ticket, int limit) {
        String order = " ORDER BY l.linkedAt, l.kind, l.source, l.target";
        List<LinkEntity> from = session.read(
                LinkEntity.class,
                "SELECT l FROM TicketLink l WHERE l.tenant = ?1 AND l.source = ?2" + order,
                limit,
                session.tenant(),
                ticket.value());
        List<LinkEntity> to = session.read(
                LinkEntity.class,
                "SELECT l FROM TicketLink l WHERE l.tenant = ?1 AND l.target = ?2" + order,
                limit,
                session.tenant(),
                ticket.value());
        return Stream.concat(from.stream(), to.stream())
                .map(LinkEntity::toLink)
                .sorted(OLDEST)
                .limit(limit)
                .toList();
    }

    @Override
    public Set<TicketId> targets(LinkKind kind, Set<TicketId> from) {
        List<LinkEntity> rows = new ArrayList<>();
        if (session.dialect().findsLists()) {
            List<UUID> keys = Ids.padded(from.stream().map(TicketId::value).toList());
            List<Object> parameters = new ArrayList<>(keys);
            parameters.add(0, session.tenant());
            parameters.add(LinkEntity.code(kind));
            rows.addAll(session.readNative(
                    LinkEntity.class,
                    "SELECT * FROM tikit_ticket_link WHERE tenant = ? AND source IN ("
                            + Session.places(keys.size(), "?") + ") AND kind = ?",
                    parameters));
        } else {
            from.forEach(ticket -> rows.addAll(session.readAll(
                    LinkEntity.class,
                    "SELECT l FROM TicketLink l WHERE l.tenant = ?1 AND l.source = ?2 AND l.kind = ?3",
                    session.tenant(),
                    ticket.value(),
                    LinkEntity.code(kind))));
        }
        return rows.stream().map(row -> row.toLink().to()).collect(Collectors.toSet());
    }

    @Override
    public List<TicketId> openSources(LinkKind kind, TicketId to, int limit) {
        return session
                .readNative(
                        LinkEntity.class,
                        "SELECT " + session.columns("l.", COLUMNS)
                                + " FROM tikit_ticket_link l JOIN tikit_ticket t ON t.tenant = l.tenant"
                                + " AND t.id = l.source WHERE l.tenant = ? AND l.target = ? AND l.kind = ?"
                                + " AND t.is_open = 1 ORDER BY l.source FETCH FIRST " + limit + " ROWS ONLY",
                        List.of(session.tenant(), to.value(), LinkEntity.code(kind)))
                .stream()
                .map(row -> row.toLink().from())
                .toList();
    }

    @Override
    public void insert(TicketLink link) {
        int tenant = session.tenant();
        session.change(
                INSERT,
                row -> row.whole(tenant)
                        .id(link.from().value())
                        .whole(LinkEntity.code(link.kind()))
                        .id(link.to().value())
                        .whole(link.since().toEpochMilli()));
    }

    @Override
    public boolean delete(TicketId from, LinkKind kind, TicketId to) {
        return session.execute(
                        "DELETE FROM TicketLink l WHERE l.tenant = ?1 AND l.source = ?2 AND l.kind = ?3 AND l.target = ?4",
                        session.tenant(),
                        from.value(),
                        LinkEntity.code(kind),
                        to.value())
                > 0;
    }
}
