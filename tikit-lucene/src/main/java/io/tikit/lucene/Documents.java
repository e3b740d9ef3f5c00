package io.tikit.lucene;

import io.tikit.api.condition.Field;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.conversation.Entry;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.spi.condition.TicketFieldCatalog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/** Writes tickets and entries as Lucene documents. */
final class Documents {
    /** All built-in fields of a ticket. */
    static final List<Field<?>> FIELDS = List.of(
            TicketFields.NUMBER,
            TicketFields.SUBJECT,
            TicketFields.TYPE,
            TicketFields.PRIORITY,
            TicketFields.STATUS,
            TicketFields.STATE,
            TicketFields.REQUESTER,
            TicketFields.SUBMITTER,
            TicketFields.TEAM,
            TicketFields.ASSIGNEE,
            TicketFields.CATEGORY,
            TicketFields.ORGANISATION,
            TicketFields.CREATED,
            TicketFields.UPDATED,
            TicketFields.RESOLVED);

    /** The fields whose values can be counted. */
    static final List<String> COUNTED = List.of(
            TicketFields.TYPE.key(),
            TicketFields.PRIORITY.key(),
            TicketFields.STATUS.key(),
            TicketFields.STATE.key(),
            TicketFields.TEAM.key(),
            TicketFields.ASSIGNEE.key(),
            TicketFields.CATEGORY.key(),
            TicketFields.ORGANISATION.key());

    private Documents() {}

    static Document of(Ticket ticket) {
        TicketSummary summary = ticket.summary();
        Document document = new Document();
        document.add(new StringField(IndexFields.KIND, IndexFields.TICKET_KIND, Store.NO));
        id(document, IndexFields.TICKET, IndexFields.bytes(ticket.id().value()));
        document.add(new TextField(IndexFields.SUBJECT, summary.subject(), Store.NO));
        long born = milliseconds(summary.createdAt());
        document.add(new NumericDocValuesField(IndexFields.BORN, born));
        document.add(new LongPoint(IndexFields.BORN, born));
        FIELDS.forEach(field -> value(document, ticket, field.key()));
        ticket.fields().keySet().forEach(key -> value(document, ticket, TicketFields.CUSTOM_PREFIX + key));
        COUNTED.forEach(key -> counted(document, ticket, key));
        return document;
    }

    static Document of(Entry entry) {
        Document document = new Document();
        id(document, IndexFields.ENTRY, IndexFields.bytes(entry.id().value()));
        id(document, IndexFields.ENTRY_TICKET, IndexFields.bytes(entry.ticket().value()));
        String field = entry.kind().isPublic() ? IndexFields.PUBLIC : IndexFields.NOTE;
        document.add(new TextField(field, beginning(entry.body()), Store.NO));
        return document;
    }

    /** As much of a body as is indexed. */
    static String beginning(String body) {
        if (body.length() <= IndexFields.MOST_BODY) {
            return body;
        }
        boolean pair = Character.isHighSurrogate(body.charAt(IndexFields.MOST_BODY - 1));
        return body.substring(0, IndexFields.MOST_BODY - (pair ? 1 : 0));
    }

    private static void id(Document document, String field, BytesRef id) {
        document.add(new StringField(field, id, Store.NO));
        document.add(new BinaryDocValuesField(field, id));
    }

    private static void value(Document document, Ticket ticket, String key) {
        TicketFieldCatalog.value(ticket, key).ifPresent(value -> {
            document.add(new StringField(IndexFields.HAS, key, Store.NO));
            if (value instanceof FieldValue.Choices choices) {
                choices.names().forEach(name -> ValueForm.choice(key, name).addTo(document));
            } else {
                ValueForm.of(key, value).addTo(document);
            }
        });
    }

    private static void counted(Document document, Ticket ticket, String key) {
        Optional<FieldValue> value = TicketFieldCatalog.value(ticket, key);
        if (value.isPresent()) {
            byte[] bytes = value.get().asText().getBytes(StandardCharsets.UTF_8);
            document.add(new SortedDocValuesField(IndexFields.COUNTED + key, new BytesRef(bytes)));
        }
    }

    /** For the order alone: what is beyond the range is at its end. */
    private static long milliseconds(Instant instant) {
        if (instant.getEpochSecond() >= Long.MAX_VALUE / 1000) {
            return Long.MAX_VALUE;
        }
        if (instant.getEpochSecond() <= Long.MIN_VALUE / 1000) {
            return Long.MIN_VALUE;
        }
        return instant.toEpochMilli();
    }
}
