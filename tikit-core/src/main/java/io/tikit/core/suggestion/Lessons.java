package io.tikit.core.suggestion;

import io.tikit.api.conversation.Entry;
import io.tikit.api.event.Event;
import io.tikit.api.event.FieldChange;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.spi.classification.Example;
import io.tikit.spi.classification.TicketText;
import io.tikit.spi.storage.EntryRef;
import io.tikit.spi.storage.UnitOfWork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes of a ticket what can be learned from it: the requester's first text, and the values that people left standing. */
final class Lessons {
    private Lessons() {}

    /** Empty when nothing of the ticket may or can be learned. */
    static Optional<Example> of(UnitOfWork unit, Ticket ticket, Set<String> fields) {
        SuggestionPast past = SuggestionPast.of(unit, ticket.id());
        Map<String, String> values = new HashMap<>();
        for (String field : fields) {
            standing(ticket, field, past).ifPresent(value -> values.put(field, value));
        }
        Optional<TicketText> text = past.made().flatMap(made -> text(unit, ticket, made));
        return values.isEmpty() || text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Example(ticket.id(), text.get(), values));
    }

    /**
     * The value of a field if people stand behind it: one whom they chose it, or all who left it as it was until the ticket
     * was resolved. What a policy applied counts only when a person kept it.
     */
    private static Optional<String> standing(Ticket ticket, String field, SuggestionPast past) {
        Optional<SuggestionPast.Origin> origin = past.origin(field);
        Optional<String> value = SuggestedValues.text(ticket, field);
        boolean done = !ticket.state().isOpen();
        if (origin.isEmpty()) {
            return Optional.empty();
        }
        return switch (origin.get()) {
            case SUGGESTED -> Optional.empty();
            case PERSON -> value;
            case GIVEN -> done ? value : Optional.empty();
            case REJECTED -> value.isEmpty() ? Optional.of("") : done ? value : Optional.<String>empty();
        };
    }

    /** The subject and description of the first moment, whatever was made of them later. */
    private static Optional<TicketText> text(UnitOfWork unit, Ticket ticket, Event made) {
        String subject = made.changes().stream()
                .filter(change -> change.field().equals(TicketFields.SUBJECT.key()))
                .findFirst()
                .flatMap(FieldChange::after)
                .map(SuggestedValues::text)
                .orElse("");
        String body = made.entry()
                .map(entry -> unit.entries().findAll(List.of(new EntryRef(ticket.id(), entry))))
                .flatMap(entries -> entries.stream().findFirst())
                .map(Entry::body)
                .orElse("");
        return subject.isBlank() && body.isBlank() ? Optional.empty() : Optional.of(new TicketText(subject, body));
    }
}
