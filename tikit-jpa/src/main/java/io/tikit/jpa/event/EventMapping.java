package io.tikit.jpa.event;

import io.tikit.api.Channel;
import io.tikit.api.TenantId;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.people.UserId;
import io.tikit.jpa.codec.ActorColumns;
import io.tikit.jpa.codec.Overflow;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Between events and their rows. */
final class EventMapping {
    /** In the order in which they are written. */
    static final List<String> COLUMNS = List.of(
            "tenant",
            "subject",
            "id",
            "revision",
            "schema_version",
            "event_type",
            "happened_at",
            "actor_kind",
            "actor_user",
            "actor_name",
            "actor_role",
            "on_behalf_of",
            "channel",
            "correlation",
            "cause",
            "cause_subject",
            "depth",
            "entry",
            "changes",
            "changes_large",
            "texts",
            "texts_large",
            "config_revision");

    static final Change INSERT = Change.insert(Change.Step.APPENDED, "tikit_event", COLUMNS.toArray(String[]::new));

    private EventMapping() {}

    static void write(int tenant, Event event, ChangesText changes, Row row) throws SQLException {
        row.whole(tenant)
                .id(event.subject())
                .id(event.id().value())
                .whole(event.revision())
                .whole(Event.SCHEMA_VERSION)
                .text(event.type())
                .whole(event.at().toEpochMilli())
                .actor(ActorColumns.of(event.actor()))
                .id(event.onBehalfOf().map(UserId::value).orElse(null))
                .text(event.channel().key())
                .text(event.correlationId())
                .id(event.cause().map(EventId::value).orElse(null))
                .id(event.causeSubject().orElse(null))
                .whole(event.depth())
                .id(event.entry().map(EntryId::value).orElse(null))
                .text(Overflow.of(changes.changes()))
                .text(Overflow.of(changes.texts()))
                .whole(event.configurationRevision());
    }

    static Event read(TenantId tenant, EventEntity row) {
        ChangesText.Read written = new ChangesText(
                        Overflow.text(row.changes, row.changesLarge), Overflow.text(row.texts, row.textsLarge))
                .read();
        return Event.builder()
                .identity(tenant, new EventId(row.id))
                .happened(row.type, row.subject, row.revision)
                .by(
                        Instant.ofEpochMilli(row.happened),
                        new ActorColumns(row.actorKind, row.actorUser, row.actorName, row.actorRole).toActor(),
                        row.onBehalfOf == null ? null : new UserId(row.onBehalfOf))
                .via(new Channel(row.channel), row.correlation)
                .cause(row.cause == null ? null : new EventId(row.cause), row.causeSubject, row.depth)
                .entry(row.entry == null ? null : new EntryId(row.entry))
                .changes(written.changes())
                .facts(written.facts())
                .configuration(row.configRevision)
                .build();
    }
}
