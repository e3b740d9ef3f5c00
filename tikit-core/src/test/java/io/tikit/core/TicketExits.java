package io.tikit.core;

import java.util.Set;
import java.util.regex.Pattern;

/** Which services tell of tickets, and which of their methods tell of none. */
final class TicketExits {
    /** What tells of no ticket, or is for those alone who see all tickets, notes and fields, which other tests hold. */
    static final Set<String> OTHERWISE = Set.of(
            "Tickets.create/1", // of what the caller says
            "Forms.migrate/1", // for administrators
            "Attachments.stage/3", // of what the caller brings
            "Attachments.limits/0",
            "Conversations.renewHtml/1", // tells a number, to administrators
            "Assignments.takeNext/1", // gives a ticket of a queue of the caller's own team
            "Suggestions.backtest/2", // sums over all tickets
            "Suggestions.forget/1",
            "Suggestions.learn/1",
            "Routing.update/1",
            "Routing.present/1",
            "Routing.agent/1",
            "Routing.absent/1",
            "Routing.absences/1",
            "Routing.route/1",
            "Routing.assignments/0", // asked for its methods
            "Events.retireSubscription/1",
            "Events.replay/2",
            "Events.drop/2",
            "Timers.schedule/1",
            "Timers.cancel/1");

    static final Set<String> WITH_TICKETS = Set.of(
            "Tickets",
            "Conversations",
            "Attachments",
            "Search",
            "Suggestions",
            "Routing",
            "Assignments",
            "Events",
            "Forms",
            "Links",
            "Timers");

    static final Pattern OF_TICKETS = Pattern.compile(
            "io\\.tikit\\.api\\.(ticket|conversation|attachment|search|suggestion|routing|event|form|timer|link)\\.");

    private TicketExits() {}
}
