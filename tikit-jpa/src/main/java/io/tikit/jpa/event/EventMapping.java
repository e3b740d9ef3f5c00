package io.tikit.jpa.event;

import io.tikit.api.Channel;
import io.tikit.api.TenantId;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.people.UserId;
import io.tikit.jpa.codec.ActorColumns;
import io.tikit.jpa.codec.Overflow;
import java.time.Instant;

/** Between events and their rows. */
final class EventMapping {
    private EventMapping() {}

    static EventEntity write(int tenant, Event event) {
        EventEntity row = new EventEntity(tenant, event.subject(), event.id().value());
        row.revision = event.revision();
        row.schema = Event.SCHEMA_VERSION;
        row.type = event.type();
        row.happened = event.at().toEpochMilli();
        ActorColumns actor = ActorColumns.of(event.actor());
        row.actorKind = actor.kind();
        row.actorUser = actor.user();
        row.actorName = actor.name();
        row.actorRole = actor.role();
        row.onBehalfOf = event.onBehalfOf().map(UserId::value).orElse(null);
        row.channel = event.channel().key();
        row.correlation = event.correlationId();
        row.cause = event.cause().map(EventId::value).orElse(null);
        row.depth = event.depth();
        row.entry = event.entry().map(EntryId::value).orElse(null);
        ChangesText written = ChangesText.write(event.changes());
        Overflow changes = Overflow.of(written.changes());
        row.changes = changes.small();
        row.changesLarge = changes.large();
        Overflow texts = Overflow.of(written.texts());
        row.texts = texts.small();
        row.textsLarge = texts.large();
        return row;
    }

    static Event read(TenantId tenant, EventEntity row) {
        ChangesText written =
                new ChangesText(Overflow.text(row.changes, row.changesLarge), Overflow.text(row.texts, row.textsLarge));
        return Event.builder()
                .identity(tenant, new EventId(row.id))
                .happened(row.type, row.subject, row.revision)
                .by(
                        Instant.ofEpochMilli(row.happened),
                        new ActorColumns(row.actorKind, row.actorUser, row.actorName, row.actorRole).toActor(),
                        row.onBehalfOf == null ? null : new UserId(row.onBehalfOf))
                .via(new Channel(row.channel), row.correlation)
                .cause(row.cause == null ? null : new EventId(row.cause), row.depth)
                .entry(row.entry == null ? null : new EntryId(row.entry))
                .changes(written.read())
                .build();
    }
}
