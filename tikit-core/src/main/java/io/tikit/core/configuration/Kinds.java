package io.tikit.core.configuration;

import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.DocumentContent;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.DocumentStamp;
import io.tikit.api.error.Violation;
import io.tikit.core.access.RoleDocuments;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.ConfigurationKind;
import io.tikit.spi.configuration.Reference;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kinds of documents that this engine knows, and the way from bodies to values. */
@Singleton
public final class Kinds {
    private static final Logger LOG = LoggerFactory.getLogger(Kinds.class);
    static final int LONGEST_BODY = 100_000;

    private final Map<String, ConfigurationKind<Object>> byName = new TreeMap<>();

    @Inject
    Kinds(List<ConfigurationKind<?>> contributed) {
        for (ConfigurationKind<?> kind : own()) {
            byName.put(kind.name(), cast(kind));
        }
        contributed.forEach(kind -> byName.put(kind.name(), cast(kind)));
    }

    /** The kinds of the engine itself. */
    public static List<ConfigurationKind<?>> own() {
        return List.of(new FieldDocuments(), new BrandingDocuments(), new RoleDocuments());
    }

    /** Finds what is wrong with the kinds that plugins brought. */
    public static void check(List<ConfigurationKind<?>> contributed, Violations violations) {
        Set<String> names = new HashSet<>();
        own().forEach(kind -> names.add(kind.name()));
        for (ConfigurationKind<?> kind : contributed) {
            if (!DocumentKey.isKind(kind.name()) || kind.format() < 1) {
                violations.add(
                        "configuration.kind",
                        "bad_name",
                        "the kind '" + kind.name() + "' is malformed",
                        Map.of("form", "[a-z][a-z0-9._-]{0,39}"));
            } else if (!names.add(kind.name())) {
                violations.add(
                        "configuration.kind",
                        "twice",
                        "two kinds are named " + kind.name(),
                        Map.of("name", kind.name()));
            }
        }
    }

    @SuppressWarnings("unchecked") // values go back only to the kind that made them
    private static ConfigurationKind<Object> cast(ConfigurationKind<?> kind) {
        return (ConfigurationKind<Object>) kind;
    }

    Optional<ConfigurationKind<Object>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A value as the body of a document of a kind that is known. */
    public String body(String kind, Object value) {
        return JsonTree.compact(find(kind).orElseThrow().write(value));
    }

    /** The current format of each kind. */
    Map<String, Integer> formats() {
        Map<String, Integer> formats = new TreeMap<>();
        byName.forEach((name, kind) -> formats.put(name, kind.format()));
        return formats;
    }

    /** A document as it is to be stored for nodes that read an older format; empty if that cannot say it. */
    Optional<Document> lowered(Item item, int format) {
        Document document = item.document();
        Optional<ConfigurationKind<Object>> kind = find(item.id().kind());
        if (kind.isEmpty() || item.suspended() || document.stamp().format() <= format) {
            return Optional.of(document);
        }
        Optional<Map<String, Object>> body = Optional.of(JsonTree.object(document.body()));
        for (int from = document.stamp().format(); from > format && body.isPresent(); from--) {
            body = kind.get().downcast(from, body.get());
        }
        DocumentStamp stamp = document.stamp();
        return body.map(lower -> new Document(
                document.id(),
                document.version(),
                document.content().withBody(JsonTree.compact(lower)),
                new DocumentStamp(format, stamp.author(), stamp.at(), stamp.event())));
    }

    /** The format in which documents of a kind are written. */
    int format(DocumentKey id) {
        return find(id.kind()).map(ConfigurationKind::format).orElse(1);
    }

    /** A stored version with its body in the current format; suspended if this engine cannot read it. */
    Item load(Document stored) {
        Violations found = new Violations();
        Optional<Item> item = read(stored, stored.stamp().format(), found);
        if (item.isPresent()) {
            return item.get();
        }
        LOG.debug("document {} is suspended", stored.id());
        return new Item(stored, Optional.empty(), List.of());
    }

    /** A version that is to be written; empty with findings if its body is not accepted. */
    Optional<Item> draft(
            DocumentKey id, long version, DocumentContent content, int format, DocumentStamp stamp, Violations found) {
        return read(new Document(id, version, content, stamp), format, found);
    }

    private Optional<Item> read(Document document, int format, Violations found) {
        Optional<ConfigurationKind<Object>> kind = find(document.id().kind());
        if (kind.isEmpty()) {
            found.add(
                    "kind",
                    "unknown_kind",
                    "no plugin here knows the kind '" + document.id().kind() + "'");
            return Optional.empty();
        }
        int current = kind.get().format();
        if (format < 1 || format > current) {
            found.add("format", "unknown_format", "this engine reads formats 1 to " + current + ", not " + format);
            return Optional.empty();
        }
        if (document.body().length() > LONGEST_BODY) {
            found.add(
                    "body",
                    "too_long",
                    "a body has at most " + LONGEST_BODY + " characters",
                    Map.of("max", LONGEST_BODY, "length", document.body().length()));
            return Optional.empty();
        }
        try {
            return typed(kind.get(), document, format, found);
        } catch (RuntimeException e) {
            LOG.warn("kind {} failed on a body", document.id().kind(), e);
            found.add(
                    "body",
                    "plugin_failed",
                    "the plugin of this kind failed on it: " + e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Optional<Item> typed(
            ConfigurationKind<Object> kind, Document document, int format, Violations found) {
        Map<String, Object> body;
        try {
            body = JsonTree.object(document.body());
        } catch (IllegalArgumentException e) {
            found.add("body", "not_json", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        for (int from = format; from < kind.format(); from++) {
            body = kind.upcast(from, body);
        }
        BodyReader reader = BodyReader.of(document.id(), document.label(), body);
        Object value = kind.read(reader);
        List<Violation> findings = reader.findings();
        if (!findings.isEmpty()) {
            found.addAll(within("body", findings));
            return Optional.empty();
        }
        List<Reference> references = List.copyOf(kind.references(value));
        String canonical = JsonTree.compact(kind.write(value));
        return Optional.of(new Item(
                new Document(
                        document.id(), document.version(), document.content().withBody(canonical), document.stamp()),
                Optional.of(value),
                references));
    }

    /** The same findings with paths that begin at the document. */
    static List<Violation> within(String path, List<Violation> findings) {
        List<Violation> moved = new ArrayList<>();
        for (Violation v : findings) {
            moved.add(new Violation(
                    v.path().isEmpty() ? path : path + "." + v.path(), v.key(), v.message(), v.parameters()));
        }
        return moved;
    }
}
