package io.tikit.core.tree;

import io.tikit.api.category.Category;
import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.ticket.TicketFields;
import io.tikit.spi.condition.FieldCatalog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The trees of one desk at a revision of its configuration. Immutable. */
public final class Forest {
    static final Forest EMPTY = new Forest(0, List.of(), List.of());

    private final long revision;
    private final Map<CategoryId, Category> categories = new LinkedHashMap<>();
    private final Map<TeamId, Optional<TeamId>> teams = new HashMap<>();
    private final Map<UUID, List<UUID>> children = new HashMap<>();

    Forest(long revision, List<Category> categories, List<Team> teams) {
        this.revision = revision;
        for (Category category : categories) {
            this.categories.put(category.id(), category);
            category.parent()
                    .ifPresent(parent -> below(parent.value(), category.id().value()));
        }
        for (Team team : teams) {
            this.teams.put(team.id(), team.parent());
            team.parent().ifPresent(parent -> below(parent.value(), team.id().value()));
        }
    }

    private void below(UUID parent, UUID child) {
        children.computeIfAbsent(parent, id -> new ArrayList<>()).add(child);
    }

    long revision() {
        return revision;
    }

    public Optional<Category> category(CategoryId id) {
        return Optional.ofNullable(categories.get(id));
    }

    /** All categories, the retired ones too, in the order of their making. */
    public Collection<Category> categories() {
        return java.util.Collections.unmodifiableCollection(categories.values());
    }

    /** The node of a field's tree and all below it, each once; the node alone if the field has no tree. */
    public Collection<FieldValue> under(String field, FieldValue root) {
        boolean tree = field.equals(TicketFields.CATEGORY.key()) || field.equals(TicketFields.TEAM.key());
        return tree && root instanceof FieldValue.Id id
                ? subtree(id.value()).stream()
                        .map(node -> (FieldValue) new FieldValue.Id(node))
                        .toList()
                : List.of(root);
    }

    /** The same of any field, custom ones with trees of their own included. */
    public Collection<FieldValue> under(FieldCatalog fields, String field, FieldValue root) {
        return field.startsWith(TicketFields.CUSTOM_PREFIX) ? fields.subtree(field, root) : under(field, root);
    }

    /** A node and all below it, each once, whether there is such a node or not. */
    public List<UUID> subtree(UUID root) {
        List<UUID> found = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        Deque<UUID> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            UUID node = open.poll();
            if (seen.add(node)) {
                found.add(node);
                open.addAll(children.getOrDefault(node, List.of()));
            }
        }
        return found;
    }

    /** Whether a node may stand below another one without standing below itself. */
    public boolean allowsBelow(UUID node, UUID parent) {
        return !subtree(node).contains(parent);
    }
}
