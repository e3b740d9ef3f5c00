package io.tikit.core.link;

import io.tikit.api.access.Permission;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.FieldChange;
import io.tikit.api.link.LinkKind;
import io.tikit.api.link.Links;
import io.tikit.api.link.TicketLink;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.ticket.TicketDecider;
import io.tikit.core.ticket.TicketEditor;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.storage.LinkRepository;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What every change of links keeps to. */
final class LinkRules {
    /** How many tickets behind a link are looked at. */
    private static final int MOST_SEEN = 1_000;

    private final TicketEditor editor;

    @Inject
    LinkRules(TicketEditor editor) {
        this.editor = editor;
    }

    /**
     * Two tickets that are locked, in the order in which a link of the kind keeps them.
     *
     * @param from the first one
     * @param to the second one
     */
    record Pair(Ticket from, Ticket to) {}

    /** Locks both, the lesser id first, as everybody does who locks several tickets. */
    Pair lock(TicketId from, LinkKind kind, TicketId to, Execution execution) {
        Access.require(execution.session(), Permission.TICKET_LINK);
        if (from.equals(to)) {
            throw refused(Violation.of("to", "same_ticket", "a ticket is not linked to itself"));
        }
        boolean inOrder = ConditionInterpreter.compareUnsigned(from.value(), to.value()) < 0;
        Ticket lesser = editor.lock(inOrder ? from : to, execution);
        Ticket greater = editor.lock(inOrder ? to : from, execution);
        for (Ticket ticket : List.of(lesser, greater)) {
            Access.require(execution.session(), Permission.TICKET_LINK, ticket);
        }
        return inOrder || !kind.isDirected() ? new Pair(lesser, greater) : new Pair(greater, lesser);
    }

    /** Both histories say what became of the link. */
    void write(Pair pair, LinkKind kind, boolean linked, String eventType, Execution execution) {
        write(pair.from(), kind.field(), pair.to().id(), linked, eventType, execution);
        write(pair.to(), kind.fieldOfTarget(), pair.from().id(), linked, eventType, execution);
    }

    private void write(
            Ticket ticket, String field, TicketId other, boolean linked, String eventType, Execution execution) {
        Optional<FieldValue> value = Optional.of(new FieldValue.Id(other.value()));
        FieldChange change = linked
                ? new FieldChange(field, Optional.empty(), value)
                : new FieldChange(field, value, Optional.empty());
        editor.write(
                ticket,
                new TicketDecider.Decision(ticket, List.of(change)),
                eventType,
                null,
                TicketEditor.at(ticket, execution),
                execution);
    }

    /**
     * Refuses a link that makes no sense. Chains are followed as they are committed: links that others make at the same
     * moment, none of them between these two tickets, may still close a circle, so whoever follows chains is bounded.
     *
     * @param ofFrom the links that the first ticket has
     */
    static void require(Pair pair, LinkKind kind, List<TicketLink> ofFrom, UnitOfWork unit) {
        TicketId from = pair.from().id();
        requireRoom(from, ofFrom);
        requireRoom(pair.to().id(), unit.links().of(pair.to().id(), Links.MOST_PER_TICKET));
        if (kind.isSingle()
                && ofFrom.stream()
                        .anyMatch(link -> link.kind() == kind && link.from().equals(from))) {
            // Which one it is may be hidden from the caller.
            throw refused(Violation.of(
                    "from",
                    "linked_already",
                    "ticket " + from + " has another link of this kind; take that one away first"));
        }
        if (kind.isDirected()) {
            obstacle(pair, kind, unit.links()).ifPresent(found -> {
                throw refused(found);
            });
        }
    }

    private static void requireRoom(TicketId ticket, List<TicketLink> links) {
        if (links.size() >= Links.MOST_PER_TICKET) {
            throw refused(new Violation(
                    "to",
                    "too_many",
                    "ticket " + ticket + " has " + Links.MOST_PER_TICKET + " links already",
                    Map.of("max", Links.MOST_PER_TICKET)));
        }
    }

    private static Optional<Violation> obstacle(Pair pair, LinkKind kind, LinkRepository links) {
        Set<TicketId> seen = new HashSet<>();
        Set<TicketId> step = Set.of(pair.to().id());
        for (int far = 1; !step.isEmpty(); far++) {
            if (step.contains(pair.from().id())) {
                return Optional.of(Violation.of("to", "circle", "these links would lead round in a circle"));
            }
            if (far == Links.DEEPEST || seen.size() + step.size() > MOST_SEEN) {
                return Optional.of(new Violation(
                        "to",
                        "too_deep",
                        "links of one kind lead at most " + Links.DEEPEST + " tickets far",
                        Map.of("max", Links.DEEPEST)));
            }
            seen.addAll(step);
            step = new HashSet<>(links.targets(kind, step));
            step.removeAll(seen);
        }
        return Optional.empty();
    }

    static InvalidException refused(Violation violation) {
        return new InvalidException(ErrorCode.INVALID_COMMAND, violation);
    }
}
