package io.tikit.core.category;

import io.tikit.api.IdempotencyKey;
import io.tikit.api.category.Category;
import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.EventTypes;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.core.outbox.ConsumerSource;
import io.tikit.core.pipeline.Reader;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Moves the open tickets of a retired category to its replacement, some in each unit. Whoever begins again after a crash
 * finds those that are left.
 */
@Singleton
final class CategoryMoves implements ConsumerSource, WorkConsumer {
    private static final int TOGETHER = 50;

    private final Reader reader;

    @Inject
    CategoryMoves(Reader reader) {
        this.reader = reader;
    }

    @Override
    public List<WorkConsumer> consumers() {
        return List.of(this);
    }

    @Override
    public String name() {
        return "category.replace";
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(EventTypes.CATEGORY_RETIRED);
    }

    @Override
    public void handle(Work work) {
        CategoryId retired = new CategoryId(work.event().subject());
        work.event().changes().stream()
                .filter(change -> change.field().equals("replacement"))
                .flatMap(change -> change.after().stream())
                .forEach(value -> move(work, retired, new CategoryId(((FieldValue.Id) value).value())));
    }

    private void move(Work work, CategoryId from, CategoryId to) {
        while (true) {
            List<TicketId> some = reader.read(
                    work.event().tenant(),
                    unit -> unit.categories()
                                    .find(from)
                                    .filter(Category::retired)
                                    .isPresent()
                            ? unit.tickets().openIn(from, TOGETHER)
                            : List.of());
            if (some.isEmpty()) {
                return;
            }
            work.desk()
                    .together(some.stream()
                            .map(id -> UpdateTicket.of(id, new TicketChange.SetCategory(to))
                                    .withKey(IdempotencyKey.of(
                                            name(), work.event().id() + "/" + id)))
                            .toList());
        }
    }
}
