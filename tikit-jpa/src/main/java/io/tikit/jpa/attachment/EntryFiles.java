package io.tikit.jpa.attachment;

import io.tikit.api.attachment.Attachment;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.jpa.codec.Ids;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The files of entries, for the table of entries. */
public final class EntryFiles {
    private static final Change LINK = new Change(
            "UPDATE tikit_attachment SET ticket = ?, entry = ?, expires_at = ? WHERE tenant = ? AND id = ?",
            Change.Step.LINKED);

    private EntryFiles() {}

    /** Gives uploads, which this unit has locked, to the entry that it writes. */
    public static void link(Session session, Entry entry) {
        int tenant = session.tenant();
        for (Attachment attachment : entry.attachments()) {
            session.change(
                    LINK,
                    row -> row.id(entry.ticket().value())
                            .id(entry.id().value())
                            .whole(AttachmentTable.NEVER)
                            .whole(tenant)
                            .id(attachment.id().value()));
        }
    }

    /** Puts the files to entries of which it is known that they have some: one statement per ticket. */
    public static Map<EntryId, List<Attachment>> of(Session session, List<Entry> entries) {
        Map<EntryId, List<Attachment>> files = new HashMap<>();
        Map<UUID, List<Entry>> byTicket = entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.ticket().value(), TreeMap::new, Collectors.toList()));
        byTicket.forEach((ticket, ofTicket) -> {
            List<UUID> ids = ofTicket.stream()
                    .map(entry -> entry.id().value())
                    .sorted(Ids::compare)
                    .toList();
            session
                    .readAll(
                            AttachmentEntity.class,
                            "SELECT a FROM Attachment a WHERE a.tenant = ?1 AND a.ticket = ?2 AND a.entry >= ?3"
                                    + " AND a.entry <= ?4",
                            session.tenant(),
                            ticket,
                            ids.get(0),
                            ids.get(ids.size() - 1))
                    .stream()
                    .map(AttachmentEntity::toAttachment)
                    .sorted(Comparator.comparing(a -> a.id().value(), Ids::compare))
                    .forEach(file -> files.computeIfAbsent(file.entry(), entry -> new ArrayList<>())
                            .add(file));
        });
        return files;
    }
}
