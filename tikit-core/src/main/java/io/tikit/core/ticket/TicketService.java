package io.tikit.core.ticket;

import io.tikit.api.access.Permission;
import io.tikit.api.condition.Need;
import io.tikit.api.condition.Order;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.Explanation;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketAction;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketNumber;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.Tickets;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.api.workflow.TicketMetrics;
import io.tikit.core.access.Access;
import io.tikit.core.access.EventView;
import io.tikit.core.access.TicketView;
import io.tikit.core.condition.Asked;
import io.tikit.core.condition.FieldCatalogs;
import io.tikit.core.pipeline.Cursors;
import io.tikit.core.pipeline.IdCursors;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.core.search.WordLists;
import io.tikit.core.workflow.Circumstances;
import io.tikit.core.workflow.Lifecycle;
import io.tikit.core.workflow.Lifecycles;
import io.tikit.spi.condition.ConditionCheck;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.storage.TicketListing;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** Tickets for one caller. */
public final class TicketService implements Tickets {
    private final Supplier<Session> session;
    private final Pipeline pipeline;
    private final Reader reader;
    private final FieldCatalogs catalogs;
    private final Time time;
    private final WordLists words;
    private final Lifecycles lifecycles;
    private final TicketForms forms;
    private final TicketGates gates;

    public TicketService(
            Supplier<Session> session,
            Pipeline pipeline,
            Reader reader,
            FieldCatalogs catalogs,
            Time time,
            WordLists words,
            Lifecycles lifecycles,
            TicketForms forms,
            TicketGates gates) {
        this.session = session;
        this.pipeline = pipeline;
        this.reader = reader;
        this.catalogs = catalogs;
        this.time = time;
        this.words = words;
        this.lifecycles = lifecycles;
        this.forms = forms;
        this.gates = gates;
    }

    @Override
    public Ticket create(CreateTicket command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public Ticket update(UpdateTicket command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public Ticket get(TicketId id) {
        Session who = session.get();
        return TicketView.shown(
                who,
                Access.requireVisible(
                        who,
                        id,
                        reader.read(who.tenant(), unit -> unit.tickets().find(id))));
    }

    @Override
    public Optional<Ticket> find(TicketId id) {
        Session who = session.get();
        return visible(who, reader.read(who.tenant(), unit -> unit.tickets().find(id)));
    }

    @Override
    public Optional<Ticket> findByNumber(String number) {
        Session who = session.get();
        OptionalLong serial = TicketNumber.parse(number);
        return serial.isEmpty()
                ? Optional.empty()
                : visible(who, reader.read(who.tenant(), unit -> unit.tickets().findByNumber(serial.getAsLong())));
    }

    private static Optional<Ticket> visible(Session who, Optional<Ticket> ticket) {
        return Access.visible(who, ticket).map(found -> TicketView.shown(who, found));
    }

    @Override
    public Page<TicketSummary> list(TicketQuery query) {
        Session who = session.get();
        FieldCatalog catalog = catalogs.of(who.tenant());
        TicketLists.check(query, catalog);
        List<Order> orders = TicketLists.orders(query);
        TicketView.requireReadable(
                who, query.where(), orders.stream().map(Order::field).toList());
        String shape = "list " + who.tenant() + " " + query.where() + " " + orders;
        Asked asked = Asked.settle(shape, query.where(), query.page(), who, time.instant(), reader);
        Optional<ByteBuffer> after = Cursors.read(shape, query.page()).map(place -> asked.behind(query.where(), place));
        TicketListing listing = new TicketListing(
                asked.bind(query.where(), who, catalogs).and(Access.visibleTickets(who)),
                orders,
                after.map(bytes -> TicketLists.place(orders, bytes)),
                query.page().size() + 1);
        List<TicketSummary> rows = ConditionCheck.needs(query.where()).contains(Need.TEXT)
                ? words.list(who, listing)
                : reader.read(who.tenant(), unit -> unit.tickets().list(listing));
        return IdCursors.cut(
                        shape,
                        query.page(),
                        rows,
                        ticket -> asked.before(query.where(), TicketLists.place(orders, ticket)))
                .map(ticket -> TicketView.shown(who, ticket));
    }

    @Override
    public Page<Event> history(TicketId id, PageRequest page) {
        Session who = session.get();
        return reader.read(who.tenant(), unit -> {
            Ticket ticket = Access.requireVisible(who, id, unit.tickets().find(id));
            Set<String> bare =
                    Access.may(who, Permission.NOTE_READ, ticket) ? Set.of() : Set.of(EventTypes.TICKET_NOTED);
            return IdCursors.toppedUp(
                    "history " + who.tenant() + " " + id + " " + bare,
                    page,
                    (after, limit) -> unit.events()
                            .page(
                                    id.value(),
                                    bare,
                                    after.flatMap(event -> unit.events().find(id.value(), new EventId(event))),
                                    limit),
                    events -> events.stream()
                            .map(event -> EventView.shown(who, event, ticket))
                            .toList(),
                    event -> event.id().value());
        });
    }

    @Override
    public Optional<Ticket> asOf(TicketId id, Instant at) {
        Session who = session.get();
        return reader.read(who.tenant(), unit -> {
            Ticket present = Access.requireVisible(who, id, unit.tickets().find(id));
            return TicketHistory.asOf(unit, present, at).map(past -> TicketView.shown(who, past, present));
        });
    }

    @Override
    public List<TicketAction> actionsFor(TicketId id) {
        Session who = session.get();
        FieldCatalog catalog = catalogs.of(who.tenant());
        Lifecycle lifecycle = lifecycles.recent(who.tenant());
        Circumstances circumstances = lifecycles.circumstances(who, time.instant());
        return reader.read(who.tenant(), unit -> {
            Ticket ticket = Access.requireVisible(who, id, unit.tickets().find(id));
            return TicketActions.of(
                    who,
                    ticket,
                    catalog,
                    lifecycle,
                    circumstances,
                    forms.refusals(ticket, who),
                    gates.beforeEnd(ticket, unit));
        });
    }

    @Override
    public TicketMetrics metrics(TicketId id) {
        Session who = session.get();
        return reader.read(who.tenant(), unit -> TicketFigures.of(who, unit, id, time.instant()));
    }

    @Override
    public Explanation explain(TicketId id, String field) {
        Session who = session.get();
        return reader.read(who.tenant(), unit -> {
            Ticket ticket = Access.requireVisible(who, id, unit.tickets().find(id));
            TicketView.requireShown(who, ticket, field);
            return TicketHistory.explain(who, unit, ticket, field);
        });
    }
}
