package io.tikit.core.configuration;

import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.DocumentContent;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.core.pipeline.Violations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The text of a whole set-up. Pure. */
final class ExportText {
    private static final long FORMAT = 1;
    private static final int LONGEST = 20_000_000;
    private static final Set<String> MEMBERS = Set.of("kind", "key", "label", "parent", "retired", "format", "body");

    private ExportText() {}

    static String write(Snapshot snapshot, Kinds kinds) {
        List<Object> documents = new ArrayList<>();
        snapshot.items().values().forEach(item -> documents.add(written(item, kinds)));
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("tikit", "configuration");
        text.put("format", FORMAT);
        text.put("documents", documents);
        return JsonTree.pretty(text);
    }

    private static Map<String, Object> written(Item item, Kinds kinds) {
        Document document = item.document();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", item.id().kind());
        members.put("key", item.id().key());
        members.put("label", document.label());
        document.content().parent().ifPresent(parent -> members.put("parent", parent));
        if (document.retired()) {
            members.put("retired", true);
        }
        members.put("format", (long) (item.suspended() ? document.stamp().format() : kinds.format(item.id())));
        members.put("body", JsonTree.object(document.body()));
        return members;
    }

    /** Reads a text; what is wrong with its frame is found here, what is wrong with documents later. */
    static List<Draft> read(String text, Violations found) {
        if (text.length() > LONGEST) {
            found.add(
                    "text",
                    "too_long",
                    "a text has at most " + LONGEST + " characters",
                    Map.of("max", LONGEST, "length", text.length()));
            return List.of();
        }
        Map<String, Object> tree;
        try {
            tree = JsonTree.object(text);
        } catch (IllegalArgumentException e) {
            found.add("text", "not_json", String.valueOf(e.getMessage()));
            return List.of();
        }
        if (!"configuration".equals(tree.get("tikit")) || !Long.valueOf(FORMAT).equals(tree.get("format"))) {
            found.add("text", "not_an_export", "must begin with \"tikit\": \"configuration\" and \"format\": 1");
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>();
        Set<DocumentKey> seen = new TreeSet<>();
        List<?> documents = tree.get("documents") instanceof List<?> list ? list : List.of();
        if (!(tree.get("documents") instanceof List<?>)) {
            found.add("documents", "required", "must be a list");
        }
        for (int i = 0; i < documents.size(); i++) {
            found.within("documents[" + i + "].");
            Optional<Draft> draft = documents.get(i) instanceof Map<?, ?> members
                    ? draft(members, found)
                    : missing(found, "", "must be an object");
            draft.filter(d -> isNew(d, seen, found)).ifPresent(drafts::add);
        }
        found.within("");
        return drafts;
    }

    private static boolean isNew(Draft draft, Set<DocumentKey> seen, Violations found) {
        if (!seen.add(draft.id())) {
            found.add(
                    "key",
                    "twice",
                    "document " + draft.id() + " is there twice",
                    Map.of("name", draft.id().toString()));
            return false;
        }
        return true;
    }

    private static Optional<Draft> draft(Map<?, ?> members, Violations found) {
        for (Object name : members.keySet()) {
            if (!MEMBERS.contains(String.valueOf(name))) {
                found.add(String.valueOf(name), "unknown_member", "there is no such member");
            }
        }
        String kind = members.get("kind") instanceof String text ? text : "";
        String key = members.get("key") instanceof String text ? text : "";
        if (!DocumentKey.isKind(kind) || !DocumentKey.isKey(key)) {
            return missing(found, "key", "kind and key must be there and well-formed");
        }
        if (!(members.get("label") instanceof String label)) {
            return missing(found, "label", "must be a text");
        }
        if (!(members.get("format") instanceof Long format) || format < 1 || format > Integer.MAX_VALUE) {
            return missing(found, "format", "must be a whole number from 1");
        }
        if (!(members.get("body") instanceof Map<?, ?> body)) {
            return missing(found, "body", "must be an object");
        }
        if (members.containsKey("parent") && !(members.get("parent") instanceof String)) {
            return missing(found, "parent", "must be a text");
        }
        if (members.containsKey("retired") && !(members.get("retired") instanceof Boolean)) {
            return missing(found, "retired", "must be true or false");
        }
        DocumentKey id = new DocumentKey(kind, key);
        return Optional.of(new Draft(
                id + ".",
                id,
                new DocumentContent(
                        label,
                        Optional.ofNullable((String) members.get("parent")),
                        Boolean.TRUE.equals(members.get("retired")),
                        JsonTree.compact(body)),
                format.intValue()));
    }

    private static Optional<Draft> missing(Violations found, String path, String message) {
        found.add(path, "required", message);
        return Optional.empty();
    }
}
