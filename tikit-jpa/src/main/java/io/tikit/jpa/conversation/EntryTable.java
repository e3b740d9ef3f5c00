package io.tikit.jpa.conversation;

import io.tikit.api.attachment.Attachment;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.ticket.TicketId;
import io.tikit.jpa.attachment.EntryFiles;
import io.tikit.jpa.codec.ActorColumns;
import io.tikit.jpa.codec.Ids;
import io.tikit.jpa.codec.Overflow;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.EntryRef;
import io.tikit.spi.storage.EntryRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries in the database. */
public final class EntryTable implements EntryRepository {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES = List.of(EntryEntity.class, EntryDetailEntity.class);

    private static final Change INSERT = Change.insert(
            Change.Step.APPENDED,
            "tikit_entry",
            "tenant",
            "ticket",
            "id",
            "kind",
            "actor_kind",
            "actor_user",
            "actor_name",
            "actor_role",
            "channel",
            "written_at",
            "body",
            "body_large",
            "attachments");

    private final Session session;

    public EntryTable(Session session) {
        this.session = session;
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // constants of the kind are only ever added at the end
    public void insert(Entry entry) {
        int tenant = session.tenant();
        session.change(
                INSERT,
                row -> row.whole(tenant)
                        .id(entry.ticket().value())
                        .id(entry.id().value())
                        .whole(entry.kind().ordinal())
                        .actor(ActorColumns.of(entry.author()))
                        .text(entry.channel().key())
                        .whole(entry.at().toEpochMilli())
                        .text(Overflow.of(entry.body()))
                        .whole(entry.attachments().size() + (EntryDetails.isNeeded(entry) ? EntryEntity.DETAILED : 0)));
        EntryDetails.insert(session, entry);
        EntryFiles.link(session, entry);
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // constants of the kind are only ever added at the end
    public List<Entry> page(TicketId ticket, boolean notes, Optional<EntryId> after, int limit) {
        StringBuilder jpql = new StringBuilder("SELECT e FROM TicketEntry e WHERE e.tenant = ?1 AND e.ticket = ?2");
        List<Object> parameters = new ArrayList<>(List.of(session.tenant(), ticket.value()));
        after.ifPresent(id -> {
            parameters.add(id.value());
            jpql.append(" AND e.id > ?").append(parameters.size());
        });
        if (!notes) {
            parameters.add((short) EntryKind.NOTE.ordinal());
            jpql.append(" AND e.kind <> ?").append(parameters.size());
        }
        jpql.append(" ORDER BY e.id");
        return entries(session.read(EntryEntity.class, jpql.toString(), limit, parameters.toArray()));
    }

    @Override
    public List<Entry> findAll(Collection<EntryRef> refs) {
        List<EntryRef> wanted = new ArrayList<>(new LinkedHashSet<>(refs));
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (!session.dialect().findsLists()) {
            return entries(wanted.stream().flatMap(ref -> find(ref).stream()).toList());
        }
        List<Object> parameters = new ArrayList<>();
        parameters.add(session.tenant());
        List<EntryRef> padded = Ids.padded(wanted);
        for (EntryRef ref : padded) {
            parameters.add(ref.ticket().value());
            parameters.add(ref.entry().value());
        }
        return entries(session.readNative(
                EntryEntity.class,
                "SELECT * FROM tikit_entry WHERE tenant = ? AND (ticket, id) IN ("
                        + Session.places(padded.size(), "(?, ?)") + ")",
                parameters));
    }

    private List<EntryEntity> find(EntryRef ref) {
        return session.readAll(
                EntryEntity.class,
                "SELECT e FROM TicketEntry e WHERE e.tenant = ?1 AND e.ticket = ?2 AND e.id = ?3",
                session.tenant(),
                ref.ticket().value(),
                ref.entry().value());
    }

    @Override
    public List<Entry> cutByOther(int version, int limit) {
        return findAll(EntryDetails.cutByOther(session, version, limit));
    }

    @Override
    public void renewHtml(Entry entry) {
        EntryDetails.renewHtml(session, entry);
    }

    /** Only entries that have files or details are asked for them. */
    private List<Entry> entries(List<EntryEntity> rows) {
        List<Entry> entries = rows.stream().map(EntryEntity::toEntry).toList();
        List<Entry> withFiles = new ArrayList<>();
        List<Entry> withDetails = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).hasFiles()) {
                withFiles.add(entries.get(i));
            }
            if (rows.get(i).hasDetail()) {
                withDetails.add(entries.get(i));
            }
        }
        if (withFiles.isEmpty() && withDetails.isEmpty()) {
            return entries;
        }
        Map<EntryId, List<Attachment>> files = EntryFiles.of(session, withFiles);
        Map<EntryId, EntryDetailEntity> details = EntryDetails.of(session, withDetails);
        return entries.stream()
                .map(entry -> files.containsKey(entry.id()) ? entry.withAttachments(files.get(entry.id())) : entry)
                .map(entry -> details.containsKey(entry.id())
                        ? details.get(entry.id()).addTo(entry)
                        : entry)
                .toList();
    }
}
