package io.tikit.core.access;

import io.tikit.api.access.Permission;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.core.pipeline.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a session is shown of tickets that it sees: a field that it may not read is empty, and nothing can be asked of one
 * that is hidden on some tickets, since the answers would tell.
 */
public final class TicketView {
    /** Built-in fields that a ticket may lack, and that therefore can be hidden. */
    static final Set<String> HIDEABLE = Set.of(
            TicketFields.SUBMITTER.key(),
            TicketFields.TEAM.key(),
            TicketFields.ASSIGNEE.key(),
            TicketFields.CATEGORY.key(),
            TicketFields.ORGANISATION.key());

    /** Custom fields in which routing keeps agents of a ticket: they tell what the assignee tells, and count as part of it. */
    private static final Set<String> AGENTS = Set.of(
            TicketFields.CUSTOM_PREFIX + "routing_agent",
            TicketFields.CUSTOM_PREFIX + "routing_released_by",
            TicketFields.CUSTOM_PREFIX + "routing_returned_by");

    /** Events of which others than those who read notes see at most the changes of fields. */
    private static final Set<String> AMONG_AGENTS =
            Set.of(EventTypes.TICKET_NOTED, EventTypes.TICKET_LINKED, EventTypes.TICKET_UNLINKED);

    private TicketView() {}

    /** Histories name the other ticket, so links are told there to those alone who see every ticket. */
    private static boolean readsLinks(Session session, Ticket ticket) {
        return Access.may(session, Permission.NOTE_READ, ticket)
                && Access.visibleTickets(session).equals(Condition.always());
    }

    private static boolean isOfLink(String field) {
        return field.startsWith("link.");
    }

    /** Whether a field says who gets a ticket, as the assignee does; the fields in which routing keeps agents do too. */
    public static boolean isOfAssignee(String field) {
        return field.equals(TicketFields.ASSIGNEE.key()) || AGENTS.contains(field);
    }

    /** Fields with those that are hidden together with them. */
    static Set<String> withAgents(Set<String> hidden) {
        if (hidden.contains(TicketFields.ASSIGNEE.key())) {
            hidden.addAll(AGENTS);
        }
        return hidden;
    }

    /** The fields of a ticket that are hidden. */
    public static Set<String> hidden(Session session, Ticket ticket) {
        return Access.rights(session).hidden(ticket);
    }

    /** Whether a field of a ticket may be written. */
    public static boolean writes(Session session, String field, Ticket ticket) {
        return Access.rights(session).writes(field, ticket);
    }

    /** A ticket as it is shown. */
    public static Ticket shown(Session session, Ticket ticket) {
        return without(ticket, hidden(session, ticket));
    }

    /** A ticket of the past: what is hidden of it then or now. */
    public static Ticket shown(Session session, Ticket past, Ticket present) {
        return without(shown(session, past), hidden(session, present));
    }

    /** A ticket's built-in fields as they are shown. */
    public static TicketSummary shown(Session session, TicketSummary summary) {
        return shown(session, new Ticket(summary, Map.of())).summary();
    }

    private static Ticket without(Ticket ticket, Set<String> hidden) {
        if (hidden.isEmpty()) {
            return ticket;
        }
        TicketSummary.Builder summary = ticket.summary().toBuilder();
        Map<String, FieldValue> fields = new HashMap<>(ticket.fields());
        for (String field : hidden) {
            if (field.equals(TicketFields.SUBMITTER.key())) {
                summary.people(ticket.requester(), null);
            } else if (field.equals(TicketFields.TEAM.key())) {
                summary.team(null);
            } else if (field.equals(TicketFields.ASSIGNEE.key())) {
                summary.assignee(null);
            } else if (field.equals(TicketFields.CATEGORY.key())) {
                summary.category(null);
            } else if (field.equals(TicketFields.ORGANISATION.key())) {
                summary.organisation(null);
            } else if (field.startsWith(TicketFields.CUSTOM_PREFIX)) {
                fields.remove(field.substring(TicketFields.CUSTOM_PREFIX.length()));
            }
        }
        return new Ticket(summary.build(), fields);
    }

    /**
     * An event of a ticket: facts are for those who read its notes, and changes of hidden fields for nobody. To others a
     * note that came with changes is an update, and one without any is nothing; what a ticket was linked with is nothing too,
     * since the other one may be hidden.
     */
    static Optional<Event> shown(Session session, Event event, Ticket ticket) {
        boolean notes = Access.may(session, Permission.NOTE_READ, ticket);
        Event shown = withoutHidden(session, notes ? event : event.withoutNote().withoutFacts(), ticket);
        boolean nothing =
                !notes && AMONG_AGENTS.contains(event.type()) && shown.changes().isEmpty();
        return Optional.of(shown).filter(told -> !nothing);
    }

    private static Event withoutHidden(Session session, Event told, Ticket ticket) {
        Set<String> hidden = hidden(session, ticket);
        boolean links = readsLinks(session, ticket);
        List<FieldChange> left = told.changes().stream()
                .filter(change -> !hidden.contains(change.field()) && (links || !isOfLink(change.field())))
                .toList();
        Event shown = left.size() == told.changes().size() ? told : told.withChanges(left);
        boolean tells = shown.facts().stream().anyMatch(fact -> speaksOf(fact.name(), hidden));
        return tells ? shown.withoutFacts() : Candidates.shown(session, shown, ticket);
    }

    /** Whether the name of a fact names one of the fields, as {@code set.priority} and {@code suggest.priority.1} do. */
    private static boolean speaksOf(String name, Set<String> fields) {
        return fields.stream().anyMatch(field -> (name + ".").contains("." + field + "."));
    }

    /** Finds what is asked of fields that may not be read everywhere. */
    public static List<Violation> unreadable(Session session, Condition where, Collection<String> others) {
        Set<String> hidden = Access.rights(session).hiddenSomewhere();
        if (hidden.isEmpty()) {
            return List.of();
        }
        Set<String> asked = new TreeSet<>(others);
        collect(where, asked);
        asked.retainAll(hidden);
        return asked.stream()
                .map(field -> new Violation(
                        "where." + field,
                        "field_not_readable",
                        "the role " + session.role() + " may not read the field '" + field + "' on every ticket",
                        Map.of("field", field)))
                .toList();
    }

    /** Refuses what is asked of a field of a ticket that is hidden there. */
    public static void requireShown(Session session, Ticket ticket, String field) {
        boolean links = readsLinks(session, ticket);
        if (hidden(session, ticket).contains(field) || (!links && isOfLink(field))) {
            throw new InvalidException(
                    ErrorCode.INVALID_QUERY,
                    new Violation(
                            "field",
                            "field_not_readable",
                            "the role " + session.role() + " may not read the field '" + field + "' of this ticket",
                            Map.of("field", field)));
        }
    }

    /** Refuses what is asked of fields that may not be read everywhere; of conditions that are not too deep. */
    public static void requireReadable(Session session, Condition where, Collection<String> others) {
        List<Violation> found = unreadable(session, where, others);
        if (!found.isEmpty()) {
            throw new InvalidException(ErrorCode.INVALID_QUERY, new ArrayList<>(found));
        }
    }

    private static void collect(Condition condition, Set<String> fields) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> collect(part, fields));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> collect(part, fields));
        } else if (condition instanceof Condition.Not not) {
            collect(not.part(), fields);
        } else if (condition instanceof Condition.Compare compare) {
            fields.add(compare.field());
        } else if (condition instanceof Condition.OneOf oneOf) {
            fields.add(oneOf.field());
        } else if (condition instanceof Condition.Present present) {
            fields.add(present.field());
        } else if (condition instanceof Condition.Within within) {
            fields.add(within.field());
        } else if (condition instanceof Condition.CompareTime compare) {
            fields.add(compare.field());
        } else if (condition instanceof Condition.Mine mine) {
            fields.add(mine.field());
        } else if (condition instanceof Condition.Under under) {
            fields.add(under.field());
        } else if (condition instanceof Condition.Has has) {
            fields.add(has.field());
        } else if (condition instanceof Condition.Changed changed) {
            fields.add(changed.field());
        } else if (condition instanceof Condition.Was was) {
            fields.add(was.field());
        }
    }
}
