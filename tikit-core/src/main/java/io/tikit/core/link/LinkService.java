package io.tikit.core.link;

import io.tikit.api.link.LinkTickets;
import io.tikit.api.link.Links;
import io.tikit.api.link.TicketLink;
import io.tikit.api.link.UnlinkTickets;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Links for one caller. */
public final class LinkService implements Links {
    private final Supplier<Session> session;
    private final Pipeline pipeline;
    private final Reader reader;

    public LinkService(Supplier<Session> session, Pipeline pipeline, Reader reader) {
        this.session = session;
        this.pipeline = pipeline;
        this.reader = reader;
    }

    @Override
    public TicketLink link(LinkTickets command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public boolean unlink(UnlinkTickets command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public List<TicketLink> of(TicketId ticket) {
        Session who = session.get();
        return reader.read(who.tenant(), unit -> {
            Access.requireVisible(who, ticket, unit.tickets().find(ticket));
            List<TicketLink> links = unit.links().of(ticket, MOST_PER_TICKET);
            Set<TicketId> others =
                    links.stream().map(link -> link.other(ticket)).collect(Collectors.toSet());
            Set<TicketId> seen = unit.tickets().findAll(others).stream()
                    .filter(other -> Access.visible(who, Optional.of(other)).isPresent())
                    .map(other -> other.id())
                    .collect(Collectors.toSet());
            return links.stream()
                    .filter(link -> seen.contains(link.other(ticket)))
                    .toList();
        });
    }
}
