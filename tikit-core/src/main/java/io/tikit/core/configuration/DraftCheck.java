package io.tikit.core.configuration;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.DocumentContent;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.DocumentStamp;
import io.tikit.api.people.User;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.configuration.Reference;
import io.tikit.spi.storage.UnitOfWork;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns drafts into what would be written, and finds everything that speaks against it. Writes nothing. */
final class DraftCheck {
    private static final int LONGEST_LABEL = 100;
    static final int MOST_DOCUMENTS = 2_000;

    private final Kinds kinds;
    private final Snapshot before;
    private final UnitOfWork unit;
    private final DocumentStamp stamp;
    private final Violations found;

    DraftCheck(Kinds kinds, Snapshot before, UnitOfWork unit, DocumentStamp stamp, Violations found) {
        this.kinds = kinds;
        this.before = before;
        this.unit = unit;
        this.stamp = stamp;
        this.found = found;
    }

    /** Those drafts that change something, as the versions that would be written, by name. */
    Map<DocumentKey, Item> changes(List<Draft> drafts) {
        TreeMap<DocumentKey, Item> changed = new TreeMap<>();
        TreeMap<DocumentKey, String> paths = new TreeMap<>();
        for (Draft draft : drafts) {
            found.within(draft.path());
            Optional<Item> old = before.find(draft.id());
            if (old.isPresent() && isTheSame(old.get(), draft)) {
                continue;
            }
            found.line("label", draft.content().label(), 1, LONGEST_LABEL);
            DocumentStamp stamped =
                    new DocumentStamp(kinds.format(draft.id()), stamp.author(), stamp.at(), stamp.event());
            long version = old.map(item -> item.document().version()).orElse(0L) + 1;
            kinds.draft(draft.id(), version, draft.content(), draft.format(), stamped, found)
                    .filter(item -> old.isEmpty()
                            || !old.get()
                                    .document()
                                    .content()
                                    .equals(item.document().content()))
                    .ifPresent(item -> {
                        changed.put(item.id(), item);
                        paths.put(item.id(), draft.path());
                    });
        }
        Snapshot after = before.with(before.revision(), changed.values());
        changed.values().forEach(item -> {
            found.within(paths.getOrDefault(item.id(), ""));
            check(item, after);
        });
        found.within("");
        if (after.items().size() > MOST_DOCUMENTS) {
            found.add(
                    "documents",
                    "too_many",
                    "a desk has at most " + MOST_DOCUMENTS + " documents, retired ones too",
                    Map.of("max", MOST_DOCUMENTS));
        }
        return changed;
    }

    private static boolean isTheSame(Item old, Draft draft) {
        Document document = old.document();
        DocumentContent content = draft.content();
        return old.suspended()
                && document.stamp().format() == draft.format()
                && document.content().withBody("").equals(content.withBody(""))
                && isTheSame(document.body(), content.body());
    }

    private static boolean isTheSame(String stored, String wanted) {
        try {
            return JsonTree.object(stored).equals(JsonTree.object(wanted));
        } catch (IllegalArgumentException e) {
            // What is wrong with the text is found with its other findings.
            return false;
        }
    }

    private void check(Item item, Snapshot after) {
        DocumentKey id = item.id();
        kinds.find(id.kind())
                .ifPresent(
                        kind -> found.addAll(Kinds.within("body", SetupAware.findings(kind, id, before, after, unit))));
        if (item.document().retired()) {
            for (Item other : after.items().values()) {
                if (other.inUse() && other.refersTo(id)) {
                    found.add("retired", "referred_to", id + " is referred to by " + other.id());
                }
            }
            return;
        }
        kinds.find(id.kind()).ifPresent(kind -> {
            Object value = item.value().orElseThrow();
            found.addAll(Kinds.within("body", kind.check(value, before.find(id).flatMap(Item::value))));
            found.addAll(Kinds.within("body", FieldAware.findings(kind, value, after.fields())));
        });
        parent(item, after);
        for (Reference reference : item.references()) {
            String path = "body." + reference.path();
            if (reference instanceof Reference.ToDocument to) {
                document(path, to.document(), after);
            } else if (reference instanceof Reference.ToTeam to) {
                if (unit.teams().find(to.team()).filter(team -> !team.retired()).isEmpty()) {
                    found.add(path, "unknown_team", "team " + to.team() + " is unknown or retired");
                }
            } else if (reference instanceof Reference.ToCategory to) {
                if (unit.categories().find(to.category()).isEmpty()) {
                    found.add(path, "unknown_category", "there is no category " + to.category());
                }
            } else if (reference instanceof Reference.ToUser to
                    && unit.users().findAll(Set.of(to.user())).stream().noneMatch(User::active)) {
                found.add(path, "unknown_user", "user " + to.user() + " is unknown or not active");
            }
        }
    }

    private void document(String path, DocumentKey id, Snapshot after) {
        Optional<Item> referred = after.find(id);
        if (referred.isEmpty()) {
            found.add(path, "unknown_document", "there is no document " + id);
        } else if (referred.get().document().retired()) {
            found.add(path, "retired_document", "document " + id + " is retired");
        }
    }

    private void parent(Item item, Snapshot after) {
        Set<DocumentKey> passed = new HashSet<>(Set.of(item.id()));
        Optional<DocumentKey> above = parentOf(item, found);
        above.ifPresent(id -> document("parent", id, after));
        while (above.isPresent()) {
            if (!passed.add(above.get())) {
                found.add("parent", "parent_cycle", "the parents of " + item.id() + " lead back to it");
                return;
            }
            above = after.find(above.get()).flatMap(next -> parentOf(next, new Violations()));
        }
    }

    private static Optional<DocumentKey> parentOf(Item item, Violations findings) {
        Optional<String> key = item.document().content().parent();
        if (key.isPresent() && !DocumentKey.isKey(key.get())) {
            findings.add("parent", "bad_key", "the key of a parent is malformed");
            return Optional.empty();
        }
        return key.map(k -> new DocumentKey(item.id().kind(), k));
    }

    /** What an event records of a document: its version before and after. */
    static FieldValue.Whole version(Document document) {
        return new FieldValue.Whole(document.version());
    }
}
