package io.tikit.jpa.event;

import io.tikit.api.TenantId;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.people.UserId;
import io.tikit.jpa.codec.Ids;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.EventRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Events in the database. */
public final class EventTable implements EventRepository {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES = List.of(EventEntity.class);

    /** As the databases compare ids. */
    private static final Comparator<Event> LATEST = Comparator.comparing(
                    (Event event) -> event.id().value(), Ids::compare)
            .reversed();

    private final Session session;
    private final TenantId tenant;
    private long latest;
    private long highest;

    public EventTable(Session session, TenantId tenant) {
        this.session = session;
        this.tenant = tenant;
    }

    @Override
    public void insert(Event event) {
        int number = session.tenant();
        ChangesText changes = ChangesText.write(event.changes(), event.facts());
        session.change(EventMapping.INSERT, row -> EventMapping.write(number, event, changes, row));
        latest = Math.max(latest, event.at().toEpochMilli());
        highest = Math.max(highest, event.revision());
    }

    /** When the latest event of this unit happened, in milliseconds; 0 when there is none. */
    public long latest() {
        return latest;
    }

    /** The highest revision among the events of this unit. */
    public long highestRevision() {
        return highest;
    }

    @Override
    public List<Event> page(UUID subject, Set<String> bare, Optional<Event> after, int limit) {
        StringBuilder jpql = new StringBuilder("SELECT e FROM Event e WHERE e.tenant = ?1 AND e.subject = ?2");
        List<Object> parameters = new ArrayList<>(List.of(session.tenant(), subject));
        after.ifPresent(last -> {
            jpql.append(" AND e.revision >= ?3 AND (e.revision > ?3 OR e.id > ?4)");
            parameters.add(last.revision());
            parameters.add(last.id().value());
        });
        for (String type : new LinkedHashSet<>(bare)) {
            parameters.add(type);
            jpql.append(" AND (e.type <> ?").append(parameters.size());
            jpql.append(" OR e.changes IS NOT NULL OR e.changesLarge IS NOT NULL)");
        }
        jpql.append(" ORDER BY e.revision, e.id");
        return events(session.read(EventEntity.class, jpql.toString(), limit, parameters.toArray()));
    }

    @Override
    public List<Event> by(UserId person, Optional<EventId> before, int limit) {
        List<Object> parameters = new ArrayList<>();
        String sql = "SELECT * FROM ("
                + latest("actor_user = ?", List.of(person.value()), before, limit, parameters)
                + ") own UNION ALL SELECT * FROM ("
                + latest(
                        "on_behalf_of = ? AND (actor_user IS NULL OR actor_user <> ?)",
                        List.of(person.value(), person.value()),
                        before,
                        limit,
                        parameters)
                + ") acted";
        return events(session.readNative(EventEntity.class, sql, parameters)).stream()
                .sorted(LATEST)
                .limit(limit)
                .toList();
    }

    /** The latest events of one index, so that each half reads no more than a page. */
    private String latest(String who, List<UUID> ids, Optional<EventId> before, int limit, List<Object> parameters) {
        parameters.add(session.tenant());
        parameters.addAll(ids);
        before.ifPresent(event -> parameters.add(event.value()));
        return "SELECT " + session.columns("", EventMapping.COLUMNS) + " FROM tikit_event WHERE tenant = ? AND " + who
                + (before.isPresent() ? " AND id < ?" : "") + " ORDER BY id DESC FETCH FIRST " + limit + " ROWS ONLY";
    }

    @Override
    public List<Event> since(UUID subject, long revision, int limit) {
        return events(session.read(
                EventEntity.class,
                "SELECT e FROM Event e WHERE e.tenant = ?1 AND e.subject = ?2 AND e.revision > ?3"
                        + " ORDER BY e.revision, e.id",
                limit,
                session.tenant(),
                subject,
                revision));
    }

    @Override
    public Optional<Event> find(UUID subject, EventId id) {
        return read(subject, id).stream().findFirst();
    }

    @Override
    public List<Event> findAll(Collection<EventRef> refs) {
        List<EventRef> wanted = new ArrayList<>(new LinkedHashSet<>(refs));
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (!session.dialect().findsLists()) {
            return wanted.stream()
                    .flatMap(ref -> read(ref.subject(), ref.event()).stream())
                    .toList();
        }
        List<Object> parameters = new ArrayList<>();
        parameters.add(session.tenant());
        List<EventRef> padded = Ids.padded(wanted);
        for (EventRef ref : padded) {
            parameters.add(ref.subject());
            parameters.add(ref.event().value());
        }
        return events(session.readNative(
                EventEntity.class,
                "SELECT * FROM tikit_event WHERE tenant = ? AND (subject, id) IN ("
                        + Session.places(padded.size(), "(?, ?)") + ")",
                parameters));
    }

    private List<Event> read(UUID subject, EventId id) {
        return events(session.readAll(
                EventEntity.class,
                "SELECT e FROM Event e WHERE e.tenant = ?1 AND e.subject = ?2 AND e.id = ?3",
                session.tenant(),
                subject,
                id.value()));
    }

    private List<Event> events(List<EventEntity> rows) {
        return rows.stream().map(row -> EventMapping.read(tenant, row)).toList();
    }
}
