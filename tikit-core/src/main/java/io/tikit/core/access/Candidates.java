package io.tikit.core.access;

import io.tikit.api.access.Permission;
import io.tikit.api.event.Event;
import io.tikit.api.event.Fact;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.pipeline.Session;
import java.util.List;

/**
 * Who else could have had a ticket, and why they did not get it: what people know, whether they are there and how much they
 * have to do. That concerns those who share the work with them and those who look after agents, and nobody else.
 */
public final class Candidates {
    /** Who says it, as routing writes it down. */
    public static final String SOURCE = "routing";

    /** The fact that names them with the reasons. */
    public static final String PASSED_OVER = "passed";

    private Candidates() {}

    /** Whether the session may see them: whoever works on the ticket in its team, and whoever looks after agents. */
    public static boolean areShown(Session session, Ticket ticket) {
        return Access.may(session, Permission.AGENTS_CHANGE)
                || (Access.may(session, Permission.TICKET_CHANGE, ticket)
                        && ticket.team()
                                .filter(Access.rights(session).teams()::contains)
                                .isPresent());
    }

    /** The event as the session sees it: without them when they are not for the session. */
    static Event shown(Session session, Event event, Ticket ticket) {
        return event.facts().stream().noneMatch(Candidates::isNaming) || areShown(session, ticket)
                ? event
                : withFacts(
                        event,
                        event.facts().stream().filter(fact -> !isNaming(fact)).toList());
    }

    private static boolean isNaming(Fact fact) {
        return fact.source().equals(SOURCE) && fact.name().equals(PASSED_OVER);
    }

    private static Event withFacts(Event event, List<Fact> facts) {
        return Event.builder()
                .identity(event.tenant(), event.id())
                .happened(event.type(), event.subject(), event.revision())
                .by(event.at(), event.actor(), event.onBehalfOf().orElse(null))
                .via(event.channel(), event.correlationId())
                .cause(event.cause().orElse(null), event.causeSubject().orElse(null), event.depth())
                .entry(event.entry().orElse(null))
                .changes(event.changes())
                .facts(facts)
                .configuration(event.configurationRevision())
                .build();
    }
}
