package io.tikit.core.outbox;

import io.tikit.api.event.Event;
import io.tikit.core.pipeline.Ids;
import io.tikit.spi.storage.EventRef;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.storage.WorkItem;
import io.tikit.spi.work.WorkConsumer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The consumers of this engine and the work that an event makes for them. */
@Singleton
public final class Consumers {
    private final Map<String, WorkConsumer> byName = new LinkedHashMap<>();
    private final Map<String, Set<String>> wanted = new LinkedHashMap<>();
    private final Ids ids;

    @Inject
    Consumers(List<WorkConsumer> consumers, Set<ConsumerSource> own, Ids ids) {
        this.ids = ids;
        consumers.forEach(this::add);
        own.forEach(source -> source.consumers().forEach(this::add));
    }

    private void add(WorkConsumer consumer) {
        byName.put(consumer.name(), consumer);
        wanted.put(consumer.name(), Set.copyOf(consumer.eventTypes()));
    }

    List<WorkConsumer> all() {
        return List.copyOf(byName.values());
    }

    List<WorkItem> itemsFor(Event event, UnitOfWork unit) {
        List<WorkItem> items = new ArrayList<>();
        wanted.forEach((consumer, types) -> {
            if ((types.isEmpty() || types.contains(event.type())) && wants(consumer, event, unit)) {
                items.add(new WorkItem(
                        ids.next(), event.tenant(), consumer, EventRef.of(event), event.revision(), event.at(), 0));
            }
        });
        return items;
    }

    private boolean wants(String consumer, Event event, UnitOfWork unit) {
        return !(byName.get(consumer) instanceof ChoosyConsumer choosy) || choosy.wants(event, unit);
    }
}
