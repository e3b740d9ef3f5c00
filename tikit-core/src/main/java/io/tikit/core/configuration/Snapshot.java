package io.tikit.core.configuration;

import io.tikit.api.access.RoleDefinition;
import io.tikit.api.condition.FieldDefinition;
import io.tikit.api.configuration.Branding;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.people.Role;
import io.tikit.api.people.TeamId;
import io.tikit.core.access.Roles;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.configuration.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The whole set-up of a desk at a revision. Immutable. */
public final class Snapshot {
    static final Snapshot EMPTY = new Snapshot(0, new TreeMap<>());

    private final long revision;
    private final NavigableMap<DocumentKey, Item> items;
    private final FieldCatalog fields;
    private final Roles roles;

    private Snapshot(long revision, NavigableMap<DocumentKey, Item> items) {
        this.revision = revision;
        this.items = Collections.unmodifiableNavigableMap(items);
        List<FieldDefinition> definitions = new ArrayList<>();
        for (Item item : items.values()) {
            item.value()
                    .filter(FieldDefinition.class::isInstance)
                    .ifPresent(value -> definitions.add((FieldDefinition) value));
        }
        fields = FieldCatalog.of(definitions);
        roles = Roles.of(defined(items.values()));
    }

    Snapshot with(long newRevision, Collection<Item> changed) {
        TreeMap<DocumentKey, Item> all = new TreeMap<>(items);
        changed.forEach(item -> all.put(item.id(), item));
        return new Snapshot(newRevision, all);
    }

    long revision() {
        return revision;
    }

    Map<DocumentKey, Item> items() {
        return items;
    }

    Optional<Item> find(DocumentKey id) {
        return Optional.ofNullable(items.get(id));
    }

    /** What a document says, retired or not; empty if there is none or this engine cannot read it. */
    public <T> Optional<T> value(DocumentKey id, Class<T> type) {
        return find(id).flatMap(Item::value).map(type::cast);
    }

    /**
     * A document that counts.
     *
     * @param id its name
     * @param version which version it is
     * @param value what it says
     */
    public record Used<T>(DocumentKey id, long version, T value) {}

    /** What the documents of a kind say that are neither retired nor suspended, in the order of their keys. */
    public <T> List<Used<T>> used(String kind, Class<T> type) {
        return items.values().stream()
                .filter(item -> item.id().kind().equals(kind) && item.inUse())
                .map(item -> new Used<>(
                        item.id(),
                        item.document().version(),
                        type.cast(item.value().orElseThrow())))
                .toList();
    }

    /** The same of one document; empty if it does not count. */
    public <T> Optional<Used<T>> used(DocumentKey id, Class<T> type) {
        return find(id).filter(Item::inUse)
                .map(item -> new Used<>(
                        id, item.document().version(), type.cast(item.value().orElseThrow())));
    }

    /** What a document says, unless it is retired or this engine cannot read it. */
    public <T> Optional<T> inUse(DocumentKey id, Class<T> type) {
        return find(id).filter(Item::inUse).flatMap(Item::value).map(type::cast);
    }

    /** The custom fields, retired ones included, since tickets may hold values of them. */
    public FieldCatalog fields() {
        return fields;
    }

    /** What roles hold: a document that this engine cannot read gives nothing, a retired one does not count. */
    private static Map<Role, RoleDefinition> defined(Collection<Item> items) {
        Map<Role, RoleDefinition> defined = new HashMap<>();
        for (Item item : items) {
            if (item.id().kind().equals(RoleDefinition.KIND)
                    && !item.document().retired()
                    && DocumentKey.isKey(item.id().key())) {
                defined.put(
                        new Role(item.id().key()),
                        item.value().map(RoleDefinition.class::cast).orElse(RoleDefinition.NOTHING));
            }
        }
        return defined;
    }

    /** What each role holds at this revision. */
    public Roles roles() {
        return roles;
    }

    /** Whether a custom field is defined, but may no longer be set. */
    public boolean isRetiredField(String key) {
        return DocumentKey.isKey(key)
                && find(new DocumentKey(FieldDocuments.KIND, key))
                        .filter(item -> item.document().retired())
                        .isPresent();
    }

    /** The documents in use that refer to a team, which therefore stays. */
    public List<String> referringTo(TeamId team) {
        return items.values().stream()
                .filter(item -> item.inUse()
                        && item.references().stream()
                                .anyMatch(r -> r instanceof Reference.ToTeam to
                                        && to.team().equals(team)))
                .map(item -> item.id().toString())
                .toList();
    }

    Optional<Branding> branding() {
        return find(Branding.DOCUMENT).filter(Item::inUse).flatMap(Item::value).map(Branding.class::cast);
    }

    /** Documents that this engine cannot read. */
    List<DocumentKey> suspended() {
        return items.values().stream().filter(Item::suspended).map(Item::id).toList();
    }
}
