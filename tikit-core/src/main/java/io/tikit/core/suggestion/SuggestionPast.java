package io.tikit.core.suggestion;

import io.tikit.api.Actor;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.Fact;
import io.tikit.api.event.FieldChange;
import io.tikit.api.suggestion.FieldSuggestion;
import io.tikit.api.suggestion.SuggestionId;
import io.tikit.api.suggestion.SuggestionState;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from the events of a ticket what was suggested, what became of it, and whose the values of its fields are. */
final class SuggestionPast {
    private static final int PAGE = 500;

    private final Map<String, FieldSuggestion> suggestions = new LinkedHashMap<>();
    private final Map<String, Origin> origins = new LinkedHashMap<>();
    private final List<Event> events;
    private final TicketId ticket;

    /** Whose the value of a field is. */
    enum Origin {
        /** Given with the ticket, or by a rule. */
        GIVEN,
        /** Applied by a policy and never judged. */
        SUGGESTED,
        /** Chosen or kept by a person after the ticket was made. */
        PERSON,
        /** A suggestion was rejected, and the field left as it was. */
        REJECTED
    }

    private SuggestionPast(TicketId ticket, List<Event> events) {
        this.ticket = ticket;
        this.events = events;
        events.forEach(this::follow);
    }

    /** Reads a ticket's events page by page. */
    static SuggestionPast of(UnitOfWork unit, TicketId ticket) {
        List<Event> all = new ArrayList<>();
        long revision = 0;
        while (true) {
            List<Event> page = unit.events().since(ticket.value(), revision, PAGE);
            all.addAll(page);
            if (page.size() < PAGE) {
                return new SuggestionPast(ticket, all);
            }
            revision = page.get(page.size() - 1).revision();
        }
    }

    private void follow(Event event) {
        for (Fact fact : event.facts()) {
            SuggestionFacts.read(fact).ifPresent(said -> suggested(said, event));
        }
        for (FieldChange change : event.changes()) {
            changed(change, event);
        }
        for (FieldSuggestion one : List.copyOf(suggestions.values())) {
            fact(event, "accepted", one).ifPresent(value -> judge(one, SuggestionState.ACCEPTED, event, ""));
            fact(event, "rejected", one).ifPresent(reason -> {
                judge(one, SuggestionState.REJECTED, event, reason);
                origins.put(one.id().field(), Origin.REJECTED);
            });
        }
    }

    private void suggested(SuggestionFacts.Said said, Event event) {
        boolean applied = said.rank() == 1
                && event.facts().stream()
                        .anyMatch(fact -> fact.source().equals(said.source())
                                && fact.name().equals("set." + said.field()));
        SuggestionId id = new SuggestionId(ticket, said.field(), said.rank());
        suggestions.put(
                said.field() + "." + said.rank(),
                new FieldSuggestion(
                        id,
                        said.value(),
                        said.confidence(),
                        said.evidence(),
                        said.model(),
                        applied ? SuggestionState.APPLIED : SuggestionState.OPEN,
                        Optional.empty()));
    }

    private void changed(FieldChange change, Event event) {
        boolean person = event.actor() instanceof Actor.User;
        if (event.type().equals(EventTypes.TICKET_CREATED)) {
            boolean applied = suggestions.values().stream()
                    .anyMatch(one -> one.id().field().equals(change.field()) && one.state() == SuggestionState.APPLIED);
            origins.put(change.field(), applied ? Origin.SUGGESTED : Origin.GIVEN);
            return;
        }
        origins.put(change.field(), person ? Origin.PERSON : Origin.GIVEN);
        if (!person) {
            return;
        }
        for (FieldSuggestion one : List.copyOf(suggestions.values())) {
            if (one.id().field().equals(change.field())) {
                boolean same = change.after()
                        .map(SuggestedValues::text)
                        .filter(one.value()::equals)
                        .isPresent();
                judge(one, same ? SuggestionState.ACCEPTED : SuggestionState.REJECTED, event, "");
            }
        }
    }

    private void judge(FieldSuggestion one, SuggestionState state, Event event, String reason) {
        if (state == SuggestionState.ACCEPTED) {
            origins.put(one.id().field(), Origin.PERSON);
        }
        suggestions.put(
                one.id().field() + "." + one.id().rank(),
                new FieldSuggestion(
                        one.id(),
                        one.value(),
                        one.confidence(),
                        one.evidence(),
                        one.model(),
                        state,
                        Optional.of(new FieldSuggestion.Judgement(event.actor(), event.at(), reason))));
    }

    private static Optional<String> fact(Event event, String what, FieldSuggestion one) {
        String name = what + "." + one.id().field() + "." + one.id().rank();
        return event.facts().stream()
                .filter(fact -> fact.source().equals(SuggestionFacts.SOURCE)
                        && fact.name().equals(name))
                .findFirst()
                .map(fact -> fact.value().map(FieldValue::asText).orElse(""));
    }

    List<FieldSuggestion> suggestions() {
        return List.copyOf(suggestions.values());
    }

    Optional<FieldSuggestion> find(SuggestionId id) {
        return Optional.ofNullable(suggestions.get(id.field() + "." + id.rank()));
    }

    /** The event with which the ticket was made and everything was suggested. */
    Optional<Event> made() {
        return events.stream()
                .filter(event -> event.type().equals(EventTypes.TICKET_CREATED))
                .findFirst();
    }

    /** Whose the value of a field is, or what was said of it when it has none. */
    Optional<Origin> origin(String field) {
        return Optional.ofNullable(origins.get(field));
    }
}
