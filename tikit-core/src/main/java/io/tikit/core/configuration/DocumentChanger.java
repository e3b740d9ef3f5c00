package io.tikit.core.configuration;

import io.tikit.api.access.Permission;
import io.tikit.api.access.RoleDefinition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.DocumentStamp;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.core.access.Access;
import io.tikit.core.access.RoleChanges;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The one way by which documents change: lock, compare, check, write, record. */
final class DocumentChanger {
    private final Kinds kinds;
    private final Snapshots snapshots;
    private final NodeFormats nodes;

    @Inject
    DocumentChanger(Kinds kinds, Snapshots snapshots, NodeFormats nodes) {
        this.kinds = kinds;
        this.snapshots = snapshots;
        this.nodes = nodes;
    }

    /**
     * Changes documents in the unit of a command.
     *
     * @param type the type of the event
     * @param wish makes the drafts from the set-up as it is, which nobody else can change meanwhile
     * @return what was written; empty when there was nothing to do
     */
    List<Document> change(Execution execution, String type, Function<Snapshot, List<Draft>> wish) {
        Access.require(execution.session(), Permission.CONFIGURATION);
        long revision = execution.unit().configuration().lock();
        Snapshot before = snapshots.of(execution);
        Instant now = execution.time().instant();
        EventId eventId = new EventId(execution.newId());
        DocumentStamp stamp = new DocumentStamp(1, execution.session().actor(), now, eventId);
        Violations found = new Violations();
        Map<DocumentKey, Item> changed =
                new DraftCheck(kinds, before, execution.unit(), stamp, found).changes(wish.apply(before));
        found.throwIfAny(ErrorCode.INVALID_COMMAND);
        if (changed.isEmpty()) {
            return List.of();
        }
        changed.values().forEach(item -> requireMayDefine(item, execution));
        Map<DocumentKey, Document> stored = stored(changed, found);
        found.throwIfAny(ErrorCode.INVALID_COMMAND);
        Event event = execution
                .newEvent(now)
                .identity(execution.session().tenant(), eventId)
                .happened(type, EventTypes.CONFIGURATION_SUBJECT, revision + 1)
                .changes(recorded(before, changed))
                .build();
        execution.configurationChanges();
        for (Item item : parentsFirst(changed)) {
            execution.unit().configuration().write(stored.getOrDefault(item.id(), item.document()), revision + 1);
        }
        execution.record(event);
        execution.afterCommit(() -> snapshots.outdated(execution.session().tenant()));
        return changed.values().stream().map(Item::document).toList();
    }

    private static void requireMayDefine(Item item, Execution execution) {
        if (item.id().kind().equals(RoleDefinition.KIND)) {
            RoleChanges.require(
                    execution.session(),
                    item.id().key(),
                    item.document().retired() ? Optional.empty() : item.value().map(RoleDefinition.class::cast));
        }
    }

    /** The documents in the oldest format that a living node reads. */
    private Map<DocumentKey, Document> stored(Map<DocumentKey, Item> changed, Violations found) {
        Map<String, Integer> oldest = new HashMap<>();
        Map<DocumentKey, Document> stored = new HashMap<>();
        changed.forEach((id, item) -> {
            int current = kinds.format(id);
            int format = current == 1 ? 1 : oldest.computeIfAbsent(id.kind(), kind -> nodes.oldest(kind, current));
            kinds.lowered(item, format)
                    .ifPresentOrElse(
                            document -> stored.put(id, document),
                            () -> found.add(
                                    id + ".format",
                                    "older_node",
                                    "a node that reads " + id.kind() + " only up to format " + format
                                            + " is alive, and what this document says cannot be said there",
                                    Map.of("kind", id.kind(), "format", format)));
        });
        return stored;
    }

    private static List<FieldChange> recorded(Snapshot before, Map<DocumentKey, Item> changed) {
        List<FieldChange> changes = new ArrayList<>();
        changed.forEach((id, item) -> {
            Optional<Document> old = before.find(id).map(Item::document);
            changes.add(new FieldChange(
                    id.toString(), old.map(DraftCheck::version), Optional.of(DraftCheck.version(item.document()))));
            boolean was = old.map(Document::retired).orElse(false);
            if (was != item.document().retired()) {
                changes.add(new FieldChange(
                        id + ".retired",
                        Optional.of(new FieldValue.Flag(was)),
                        Optional.of(new FieldValue.Flag(!was))));
            }
        });
        return changes;
    }

    /** A row refers to that of its parent, which must be there before. */
    private static Iterable<Item> parentsFirst(Map<DocumentKey, Item> changed) {
        LinkedHashMap<DocumentKey, Item> ordered = new LinkedHashMap<>();
        changed.values().forEach(item -> place(item, changed, ordered));
        return ordered.values();
    }

    private static void place(Item item, Map<DocumentKey, Item> all, Map<DocumentKey, Item> ordered) {
        List<Item> line = new ArrayList<>();
        Optional<Item> next = Optional.of(item);
        while (next.isPresent() && !ordered.containsKey(next.get().id()) && !line.contains(next.get())) {
            Item below = next.get();
            line.add(0, below);
            next = below.document()
                    .content()
                    .parent()
                    .map(key -> all.get(new DocumentKey(below.id().kind(), key)));
        }
        line.forEach(placed -> ordered.put(placed.id(), placed));
    }

    /** The document as it is. */
    static Document present(Snapshot snapshot, DocumentKey id) {
        return snapshot.find(id)
                .map(Item::document)
                .orElseThrow(() -> new NotFoundException(ErrorCode.DOCUMENT_NOT_FOUND, "there is no document " + id));
    }

    /** Refuses to go on from a version that is no longer the latest. */
    static void expect(Snapshot snapshot, DocumentKey id, Optional<Long> expected) {
        long version = snapshot.find(id).map(item -> item.document().version()).orElse(0L);
        if (expected.isPresent() && expected.get() != version) {
            throw new ConflictException(
                    ErrorCode.CONFIGURATION_CONFLICT,
                    "document " + id + " is at version " + version + ", not at the expected " + expected.get()
                            + "; read it again and decide anew");
        }
    }
}
