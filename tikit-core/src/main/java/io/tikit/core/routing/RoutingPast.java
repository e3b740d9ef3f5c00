package io.tikit.core.routing;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.Event;
import io.tikit.api.event.Fact;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.AssignmentReason;
import io.tikit.api.routing.PassedOver;
import io.tikit.api.routing.RoutingExplanation;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.storage.UnitOfWork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads from events what was decided about a ticket and why. */
final class RoutingPast {
    private static final int PAGE = 500;
    private static final String POINTS = RoutingFields.RULE_POINTS + ".";

    private RoutingPast() {}

    static RoutingExplanation explain(UnitOfWork unit, TicketId ticket) {
        Decisions last = new Decisions();
        events(unit, ticket, last::next);
        return new RoutingExplanation(ticket, last.team, last.agent);
    }

    private static Optional<RoutingExplanation.ByStrategy> byStrategy(Event event, FieldChange given) {
        Map<String, FieldValue> facts = facts(event);
        FieldValue reason = facts.get(RoutingFields.REASON);
        if (reason == null || !(given.after().orElse(null) instanceof FieldValue.Id agent)) {
            return Optional.empty();
        }
        Map<UserId, PassedOver> passed = new HashMap<>();
        Optional.ofNullable(facts.get(RoutingFields.PASSED_OVER)).ifPresent(value -> {
            for (String one : value.asText().split(" ", -1)) {
                int sign = one.indexOf('=');
                if (sign > 0) {
                    passed.put(
                            new UserId(UUID.fromString(one.substring(0, sign))),
                            PassedOver.valueOf(one.substring(sign + 1)));
                }
            }
        });
        return Optional.of(new RoutingExplanation.ByStrategy(
                new UserId(agent.value()),
                AssignmentReason.valueOf(reason.asText()),
                Optional.ofNullable(facts.get(RoutingFields.SETUP))
                        .map(FieldValue::asText)
                        .orElse(""),
                passed,
                event.id(),
                event.at()));
    }

    /** The last of both. */
    private static final class Decisions {
        private Optional<RoutingExplanation.ByRule> team = Optional.empty();
        private Optional<RoutingExplanation.ByStrategy> agent = Optional.empty();

        void next(Event event) {
            change(event, TicketFields.TEAM.key()).ifPresent(moved -> team = byRule(event, moved));
            change(event, TicketFields.ASSIGNEE.key()).ifPresent(given -> agent = byStrategy(event, given));
        }
    }

    /** Tells all events of a ticket in order; no more than a page is held at a time. */
    static void events(UnitOfWork unit, TicketId ticket, Consumer<Event> told) {
        long revision = 0;
        while (true) {
            List<Event> page = unit.events().since(ticket.value(), revision, PAGE);
            page.forEach(told);
            if (page.size() < PAGE) {
                return;
            }
            revision = page.get(page.size() - 1).revision();
        }
    }

    static Optional<FieldChange> change(Event event, String field) {
        return event.changes().stream()
                .filter(change -> change.field().equals(field))
                .findFirst();
    }

    static Map<String, FieldValue> facts(Event event) {
        Map<String, FieldValue> facts = new HashMap<>();
        for (Fact fact : event.facts()) {
            if (fact.source().equals(RoutingFields.SOURCE)) {
                fact.value().ifPresent(value -> facts.put(fact.name(), value));
            }
        }
        return facts;
    }

    private static Optional<RoutingExplanation.ByRule> byRule(Event event, FieldChange moved) {
        Map<String, FieldValue> facts = facts(event);
        FieldValue rule = facts.get(RoutingFields.RULE);
        if (rule == null || !(moved.after().orElse(null) instanceof FieldValue.Id team)) {
            return Optional.empty();
        }
        Map<TeamId, Long> points = new HashMap<>();
        facts.forEach((name, value) -> {
            if (name.startsWith(POINTS) && value instanceof FieldValue.Whole whole) {
                points.put(new TeamId(UUID.fromString(name.substring(POINTS.length()))), whole.value());
            }
        });
        long version = facts.get(RoutingFields.RULE_VERSION) instanceof FieldValue.Whole whole ? whole.value() : 0;
        return Optional.of(new RoutingExplanation.ByRule(
                new TeamId(team.value()), rule.asText(), version, points, event.id(), event.at()));
    }
}
