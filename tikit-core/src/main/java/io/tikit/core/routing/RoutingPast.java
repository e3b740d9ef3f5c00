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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads from events what was decided about a ticket and why. */
final class RoutingPast {
    private static final int PAGE = 500;
    private static final String POINTS = RoutingFields.RULE_POINTS + ".";

    private RoutingPast() {}

    static RoutingExplanation explain(UnitOfWork unit, TicketId ticket) {
        Optional<RoutingExplanation.ByRule> team = Optional.empty();
        Optional<RoutingExplanation.ByStrategy> agent = Optional.empty();
        for (Event event : events(unit, ticket)) {
            Optional<FieldChange> moved = change(event, TicketFields.TEAM.key());
            if (moved.isPresent()) {
                team = byRule(event, moved.get());
            }
            Optional<FieldChange> given = change(event, TicketFields.ASSIGNEE.key());
            if (given.isPresent()) {
                agent = byStrategy(event, given.get());
            }
        }
        return new RoutingExplanation(ticket, team, agent);
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

    /** All events of a ticket in order, read page by page. */
    static List<Event> events(UnitOfWork unit, TicketId ticket) {
        List<Event> all = new ArrayList<>();
        long revision = 0;
        while (true) {
            List<Event> page = unit.events().since(ticket.value(), revision, PAGE);
            all.addAll(page);
            if (page.size() < PAGE) {
                return all;
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
