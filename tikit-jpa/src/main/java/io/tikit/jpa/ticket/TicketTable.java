package io.tikit.jpa.ticket;

import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.Order;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.jpa.codec.Ids;
import io.tikit.jpa.session.Session;
import io.tikit.spi.condition.CompiledCondition;
import io.tikit.spi.storage.TicketListing;
import io.tikit.spi.storage.TicketRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tickets in the database. */
public final class TicketTable implements TicketRepository {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES = List.of(TicketEntity.class);

    /** How many rows are read at a time where the database cannot tell which of them are wanted. */
    private static final int WIDE_PAGE = 500;

    private static final String BY_ID = "SELECT t FROM Ticket t WHERE t.tenant = ?1 AND t.id = ?2";

    private final Session session;
    /** Rows that this unit may change: those it locked. */
    private final Map<TicketId, TicketEntity> managed = new HashMap<>();

    public TicketTable(Session session) {
        this.session = session;
    }

    @Override
    public Optional<Ticket> lock(TicketId id) {
        TicketEntity row = session.lock(TicketEntity.class, BY_ID, session.tenant(), id.value());
        if (row == null) {
            return Optional.empty();
        }
        managed.put(id, row);
        return Optional.of(TicketMapping.read(row));
    }

    @Override
    public Optional<Ticket> find(TicketId id) {
        return first(session.readAll(TicketEntity.class, BY_ID, session.tenant(), id.value()));
    }

    @Override
    public Optional<Ticket> findByNumber(long serial) {
        return first(session.readAll(
                TicketEntity.class,
                "SELECT t FROM Ticket t WHERE t.tenant = ?1 AND t.serial = ?2",
                session.tenant(),
                serial));
    }

    private static Optional<Ticket> first(List<TicketEntity> rows) {
        return rows.stream().findFirst().map(TicketMapping::read);
    }

    @Override
    public List<Ticket> findAll(Collection<TicketId> ids) {
        LinkedHashSet<TicketId> wanted = new LinkedHashSet<>(ids);
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (!session.dialect().findsLists()) {
            return wanted.stream().flatMap(id -> find(id).stream()).toList();
        }
        List<UUID> keys = Ids.padded(wanted.stream().map(TicketId::value).toList());
        List<Object> parameters = new ArrayList<>(keys);
        parameters.add(0, session.tenant());
        return session
                .readNative(
                        TicketEntity.class,
                        "SELECT * FROM tikit_ticket WHERE tenant = ? AND id IN (" + Session.places(keys.size(), "?")
                                + ")",
                        parameters)
                .stream()
                .map(TicketMapping::read)
                .toList();
    }

    @Override
    public List<TicketSummary> list(TicketListing listing) {
        Rows rows = rows(listing, listing.after());
        if (!rows.widened()) {
            return rows.found();
        }
        CompiledCondition where = CompiledCondition.of(listing.where());
        List<TicketSummary> wanted = new ArrayList<>();
        while (true) {
            rows.found().stream()
                    .filter(row -> where.holds(new Ticket(row, Map.of())))
                    .limit(listing.limit() - wanted.size())
                    .forEach(wanted::add);
            if (wanted.size() == listing.limit() || rows.found().size() < WIDE_PAGE) {
                return wanted;
            }
            TicketSummary last = rows.found().get(WIDE_PAGE - 1);
            rows = rows(listing, Optional.of(TicketListing.Place.of(last, listing.orderBy())));
        }
    }

    /**
     * What one statement gave.
     *
     * @param widened whether there are rows among them of which the condition does not hold
     */
    private record Rows(List<TicketSummary> found, boolean widened) {}

    private Rows rows(TicketListing listing, Optional<TicketListing.Place> after) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(session.tenant());
        ConditionCompiler compiler = new ConditionCompiler(session.dialect(), parameters);
        String where = compiler.compile(listing.where(), true);
        StringBuilder sql = new StringBuilder("SELECT ")
                .append(TicketMapping.SUMMARY)
                .append(" FROM tikit_ticket t")
                .append(QueueIndex.hint(session.dialect(), listing.where()))
                .append(" WHERE t.tenant = ?1 AND ")
                .append(where);
        after.ifPresent(place -> sql.append(" AND ").append(beyond(listing.orderBy(), place, compiler)));
        sql.append(" ORDER BY ");
        for (Order step : listing.orderBy()) {
            sql.append(ConditionCompiler.sortKey(step.field())).append(step.ascending() ? ", " : " DESC, ");
        }
        int limit = compiler.isWidened() ? WIDE_PAGE : listing.limit();
        sql.append("t.id FETCH FIRST ").append(limit).append(" ROWS ONLY");
        List<TicketSummary> found = session.readRows(sql.toString(), parameters).stream()
                .map(TicketMapping::summary)
                .toList();
        return new Rows(found, compiler.isWidened());
    }

    /**
     * What comes after a place: first by the first step, else by the next, at last by the id. The bound on the first step
     * is said once more by itself, because databases begin an index scan from that.
     */
    private static String beyond(List<Order> orderBy, TicketListing.Place place, ConditionCompiler compiler) {
        String clause = "t.id > "
                + compiler.bind(
                        "requester",
                        new io.tikit.api.condition.FieldValue.Id(place.id().value()));
        for (int i = orderBy.size() - 1; i >= 0; i--) {
            Order step = orderBy.get(i);
            String column = ConditionCompiler.sortKey(step.field());
            String value = compiler.bind(step.field(), place.values().get(i));
            String sign = step.ascending() ? " > " : " < ";
            clause = "(" + column + sign + value + " OR (" + column + " = " + value + " AND " + clause + "))";
            if (i == 0) {
                clause = column + (step.ascending() ? " >= " : " <= ") + value + " AND " + clause;
            }
        }
        return clause;
    }

    @Override
    public List<Ticket> scan(Optional<TicketId> after, int limit) {
        List<TicketEntity> rows = after.isEmpty()
                ? session.read(
                        TicketEntity.class,
                        "SELECT t FROM Ticket t WHERE t.tenant = ?1 ORDER BY t.id",
                        limit,
                        session.tenant())
                : session.read(
                        TicketEntity.class,
                        "SELECT t FROM Ticket t WHERE t.tenant = ?1 AND t.id > ?2 ORDER BY t.id",
                        limit,
                        session.tenant(),
                        after.get().value());
        return rows.stream().map(TicketMapping::read).toList();
    }

    @Override
    public List<TicketId> openIn(CategoryId category, int limit) {
        return session
                .read(
                        UUID.class,
                        "SELECT t.id FROM Ticket t WHERE t.tenant = ?1 AND t.category = ?2 AND t.open = 1 ORDER BY t.id",
                        limit,
                        session.tenant(),
                        category.value())
                .stream()
                .map(TicketId::new)
                .toList();
    }

    @Override
    public void insert(Ticket ticket) {
        TicketEntity values = new TicketEntity(session.tenant(), ticket.id().value());
        TicketMapping.write(ticket, values);
        session.change(TicketMapping.INSERT, row -> TicketMapping.bind(values, row));
    }

    @Override
    public void update(Ticket before, Ticket after) {
        TicketEntity row = managed.get(after.id());
        if (row == null) {
            // Inserted by this unit, or changed without having been locked.
            row = session.lock(
                    TicketEntity.class, BY_ID, session.tenant(), after.id().value());
            if (row == null) {
                throw new IllegalStateException("ticket " + after.id() + " is changed but does not exist");
            }
            managed.put(after.id(), row);
        }
        TicketMapping.write(after, row);
        session.changed();
    }
}
