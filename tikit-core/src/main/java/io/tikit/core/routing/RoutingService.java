package io.tikit.core.routing;

import io.tikit.api.access.Permission;
import io.tikit.api.routing.Routing;
import io.tikit.api.routing.RoutingExplanation;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import java.util.function.Supplier;

/** Routing for one caller. */
public final class RoutingService implements Routing {
    private final Supplier<Session> session;
    private final Reader reader;

    public RoutingService(Supplier<Session> session, Reader reader) {
        this.session = session;
        this.reader = reader;
    }

    @Override
    public RoutingExplanation explain(TicketId ticket) {
        Session who = session.get();
        Access.require(who, Permission.NOTE_READ);
        return reader.read(who.tenant(), unit -> {
            Access.requireVisible(who, ticket, unit.tickets().find(ticket));
            return RoutingPast.explain(unit, ticket);
        });
    }
}
