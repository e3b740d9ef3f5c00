package io.tikit.jpa.configuration;

import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.DocumentContent;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.jpa.codec.ActorColumns;
import io.tikit.jpa.codec.Overflow;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.ConfigurationRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The configuration in the database. */
public final class ConfigurationTable implements ConfigurationRepository {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES =
            List.of(ConfigHeadEntity.class, ConfigItemEntity.class, ConfigVersionEntity.class);

    /** Somebody who saves document after document in a script may commit between many reads, but not between all. */
    private static final int MOST_TRIES = 200;

    private static final String HEAD = "FROM ConfigHead h WHERE h.tenant = ?1";
    private static final String VERSIONS = "SELECT v FROM ConfigVersion v WHERE v.tenant = ?1 AND v.kind = ?2";
    /** The latest versions: those that items name. */
    private static final String LATEST = "SELECT v FROM ConfigItem i, ConfigVersion v WHERE v.tenant = i.tenant"
            + " AND v.kind = i.kind AND v.key = i.key AND v.version = i.version AND i.tenant = ?1";

    private static final Change NEW_ITEM = Change.insert(
            Change.Step.REFERRED,
            "tikit_config_item",
            "tenant",
            "kind",
            "item_key",
            "label",
            "parent",
            "retired",
            "version",
            "revision");
    private static final Change ITEM = Change.update("UPDATE tikit_config_item SET label = ?, parent = ?, retired = ?,"
            + " version = ?, revision = ? WHERE tenant = ? AND kind = ? AND item_key = ?");
    private static final Change VERSION = Change.insert(
            Change.Step.APPENDED,
            "tikit_config_version",
            "tenant",
            "kind",
            "item_key",
            "version",
            "label",
            "parent",
            "retired",
            "format",
            "body",
            "body_large",
            "author_kind",
            "author_user",
            "author_name",
            "author_role",
            "written_at",
            "event");

    private final Session session;
    private @Nullable Long seen;
    private @Nullable ConfigHeadEntity locked;

    public ConfigurationTable(Session session) {
        this.session = session;
    }

    /** Takes note of the revision that another statement brought along. */
    public void saw(long revision) {
        if (locked == null) {
            seen = revision;
        }
    }

    @Override
    public long revision() {
        Long known = seen;
        if (known == null) {
            known = present();
            seen = known;
        }
        return known;
    }

    /** What the database says now. */
    private long present() {
        return session.readAll(Long.class, "SELECT h.revision " + HEAD, session.tenant()).stream()
                .findFirst()
                .orElse(0L);
    }

    @Override
    public long lock() {
        ConfigHeadEntity head = locked;
        if (head == null) {
            head = session.lock(ConfigHeadEntity.class, "SELECT h " + HEAD, session.tenant());
            if (head == null) {
                throw new IllegalStateException("the tenant has no row in tikit_config_head");
            }
            locked = head;
            seen = head.revision;
        }
        return head.revision;
    }

    @Override
    public Optional<Document> find(DocumentKey id) {
        return documents(session.readAll(
                        ConfigVersionEntity.class,
                        LATEST + " AND i.kind = ?2 AND i.key = ?3",
                        session.tenant(),
                        id.kind(),
                        id.key()))
                .stream()
                .findFirst();
    }

    @Override
    public Changes changedSince(long revision) {
        long before = present();
        for (int i = 0; i < MOST_TRIES; i++) {
            List<Document> documents = documents(session.readAll(
                    ConfigVersionEntity.class,
                    LATEST + " AND i.revision > ?2 ORDER BY i.kind, i.key",
                    session.tenant(),
                    revision));
            long after = present();
            if (after == before) {
                return new Changes(after, documents);
            }
            before = after;
        }
        throw new ConflictException(
                ErrorCode.STORAGE_CONFLICT, "the configuration changes faster than it can be read; try again");
    }

    @Override
    public List<Document> page(String kind, Optional<String> after, int limit) {
        return documents(session.read(
                ConfigVersionEntity.class,
                LATEST + " AND i.kind = ?2 AND i.key > ?3 ORDER BY i.key",
                limit,
                session.tenant(),
                kind,
                after.orElse("")));
    }

    @Override
    public List<Document> history(DocumentKey id, OptionalLong before, int limit) {
        return documents(session.read(
                ConfigVersionEntity.class,
                VERSIONS + " AND v.key = ?3 AND v.version < ?4 ORDER BY v.version DESC",
                limit,
                session.tenant(),
                id.kind(),
                id.key(),
                before.orElse(Long.MAX_VALUE)));
    }

    @Override
    public Optional<Document> version(DocumentKey id, long version) {
        return documents(session.readAll(
                        ConfigVersionEntity.class,
                        VERSIONS + " AND v.key = ?3 AND v.version = ?4",
                        session.tenant(),
                        id.kind(),
                        id.key(),
                        version))
                .stream()
                .findFirst();
    }

    @Override
    public void advance(long revision) {
        ConfigHeadEntity head = locked;
        if (head == null) {
            throw new IllegalStateException("the configuration is changed, but not locked");
        }
        if (head.revision != revision) {
            head.revision = revision;
            session.changed();
        }
        seen = revision;
    }

    @Override
    public void write(Document document, long revision) {
        advance(revision);
        int tenant = session.tenant();
        DocumentKey id = document.id();
        DocumentContent content = document.content();
        String parent = content.parent().orElse(null);
        int retired = content.retired() ? 1 : 0;
        if (document.version() == 1) {
            session.change(
                    NEW_ITEM,
                    row -> row.whole(tenant)
                            .text(id.kind())
                            .text(id.key())
                            .text(content.label())
                            .text(parent)
                            .whole(retired)
                            .whole(1)
                            .whole(revision));
        } else {
            session.change(
                    ITEM,
                    row -> row.text(content.label())
                            .text(parent)
                            .whole(retired)
                            .whole(document.version())
                            .whole(revision)
                            .whole(tenant)
                            .text(id.kind())
                            .text(id.key()));
        }
        session.change(
                VERSION,
                row -> row.whole(tenant)
                        .text(id.kind())
                        .text(id.key())
                        .whole(document.version())
                        .text(content.label())
                        .text(parent)
                        .whole(retired)
                        .whole(document.stamp().format())
                        .text(Overflow.of(content.body()))
                        .actor(ActorColumns.of(document.stamp().author()))
                        .whole(document.stamp().at().toEpochMilli())
                        .id(document.stamp().event().value()));
    }

    private static List<Document> documents(List<ConfigVersionEntity> rows) {
        List<Document> documents = new ArrayList<>(rows.size());
        rows.forEach(row -> documents.add(row.toDocument()));
        return documents;
    }
}
