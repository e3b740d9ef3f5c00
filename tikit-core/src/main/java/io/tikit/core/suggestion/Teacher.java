package io.tikit.core.suggestion;

import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.outbox.ConsumerSource;
import io.tikit.core.pipeline.Reader;
import io.tikit.spi.classification.Example;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Teaches the classifier after the commit: when a ticket is resolved, or a person sets a field or judges a suggestion. */
@Singleton
final class Teacher implements WorkConsumer, ConsumerSource {
    private final Suggester suggester;
    private final Snapshots snapshots;
    private final Policies policies;
    private final Reader reader;

    @Inject
    Teacher(Suggester suggester, Snapshots snapshots, Policies policies, Reader reader) {
        this.suggester = suggester;
        this.snapshots = snapshots;
        this.policies = policies;
        this.reader = reader;
    }

    @Override
    public List<WorkConsumer> consumers() {
        return suggester.learns() ? List.of(this) : List.of();
    }

    @Override
    public String name() {
        return "suggestion.teacher";
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(EventTypes.TICKET_UPDATED, EventTypes.TICKET_REPLIED, EventTypes.TICKET_SUGGESTION_JUDGED);
    }

    @Override
    public void handle(Work work) {
        Event event = work.event();
        Set<String> fields = policies.of(snapshots.recent(event.tenant())).fields();
        boolean matters = event.type().equals(EventTypes.TICKET_SUGGESTION_JUDGED)
                || event.changes().stream()
                        .anyMatch(change ->
                                change.field().equals(TicketFields.STATE.key()) || fields.contains(change.field()));
        if (fields.isEmpty() || !matters) {
            return;
        }
        TicketId ticket = new TicketId(event.subject());
        Optional<Example> lesson = reader.read(
                event.tenant(), unit -> unit.tickets().find(ticket).flatMap(found -> Lessons.of(unit, found, fields)));
        if (lesson.isPresent()) {
            suggester.learn(event.tenant(), List.of(lesson.get()));
        } else {
            suggester.forget(event.tenant(), List.of(ticket));
        }
    }
}
