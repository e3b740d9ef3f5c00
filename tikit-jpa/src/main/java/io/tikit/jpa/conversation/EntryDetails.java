package io.tikit.jpa.conversation;

import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.RichText;
import io.tikit.api.ticket.TicketId;
import io.tikit.jpa.codec.Ids;
import io.tikit.jpa.codec.Overflow;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.EntryRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The details of entries, for the table of entries. */
final class EntryDetails {
    private static final Change INSERT = Change.insert(
            Change.Step.LINKED,
            "tikit_entry_detail",
            "tenant",
            "ticket",
            "entry",
            "in_reply_to",
            "format",
            "source",
            "source_large",
            "html_version",
            "html",
            "html_large");
    private static final Change RENEW = Change.update("UPDATE tikit_entry_detail SET html_version = ?, html = ?,"
            + " html_large = ? WHERE tenant = ? AND ticket = ? AND entry = ?");

    private EntryDetails() {}

    static boolean isNeeded(Entry entry) {
        return entry.rich().isPresent() || entry.inReplyTo().isPresent();
    }

    @SuppressWarnings("EnumOrdinal") // constants of the format are only ever added at the end
    static void insert(Session session, Entry entry) {
        if (!isNeeded(entry)) {
            return;
        }
        int tenant = session.tenant();
        session.change(
                INSERT,
                row -> row.whole(tenant)
                        .id(entry.ticket().value())
                        .id(entry.id().value())
                        .id(entry.inReplyTo().map(EntryId::value).orElse(null))
                        .whole(entry.rich()
                                .map(rich -> (long) rich.original().format().ordinal())
                                .orElse(null))
                        .text(Overflow.of(entry.rich()
                                .map(rich -> rich.original().source())
                                .orElse(null)))
                        .whole(entry.rich().map(rich -> (long) rich.version()).orElse(null))
                        .text(Overflow.of(entry.rich().map(RichText::html).orElse(null))));
    }

    static void renewHtml(Session session, Entry entry) {
        int tenant = session.tenant();
        RichText rich = entry.rich().orElseThrow();
        session.change(
                RENEW,
                row -> row.whole(rich.version())
                        .text(Overflow.of(rich.html()))
                        .whole(tenant)
                        .id(entry.ticket().value())
                        .id(entry.id().value()));
    }

    /** Looks below and above the present version, for an index finds nothing by what a value is not. */
    static List<EntryRef> cutByOther(Session session, int version, int limit) {
        List<EntryRef> found = new ArrayList<>(cut(session, "<", version, limit));
        if (found.size() < limit) {
            found.addAll(cut(session, ">", version, limit - found.size()));
        }
        return found;
    }

    private static List<EntryRef> cut(Session session, String than, int version, int limit) {
        return session
                .read(
                        Object[].class,
                        "SELECT d.ticket, d.entry FROM TicketEntryDetail d WHERE d.tenant = ?1 AND d.htmlVersion "
                                + than + " ?2",
                        limit,
                        session.tenant(),
                        version)
                .stream()
                .map(row -> new EntryRef(new TicketId((UUID) row[0]), new EntryId((UUID) row[1])))
                .toList();
    }

    /** The details of entries of which it is known that they have some: one statement per ticket. */
    static Map<EntryId, EntryDetailEntity> of(Session session, List<Entry> entries) {
        Map<EntryId, EntryDetailEntity> details = new HashMap<>();
        Map<UUID, List<Entry>> byTicket = entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.ticket().value(), TreeMap::new, Collectors.toList()));
        byTicket.forEach((ticket, ofTicket) -> {
            List<UUID> ids = ofTicket.stream()
                    .map(entry -> entry.id().value())
                    .sorted(Ids::compare)
                    .toList();
            session.readAll(
                            EntryDetailEntity.class,
                            "SELECT d FROM TicketEntryDetail d WHERE d.tenant = ?1 AND d.ticket = ?2 AND d.entry >= ?3"
                                    + " AND d.entry <= ?4",
                            session.tenant(),
                            ticket,
                            ids.get(0),
                            ids.get(ids.size() - 1))
                    .forEach(detail -> details.put(new EntryId(detail.entry), detail));
        });
        return details;
    }
}
