package io.tikit.core.plugin;

import io.tikit.spi.PluginDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The order in which plugins start: each behind those that it names, else by id. Pure. */
final class StartOrder {
    private StartOrder() {}

    /**
     * Orders plugins.
     *
     * @param ids in order; those of a ring, and those behind it, are missing
     * @param ring plugins that each want to start after the next and the last after the first; empty when there is none
     */
    record Order(List<String> ids, List<String> ring) {}

    static Order of(Map<String, PluginDescriptor> plugins) {
        TreeMap<String, PluginDescriptor> waiting = new TreeMap<>(plugins);
        List<String> ids = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Optional<String> next = waiting.keySet().stream()
                    .filter(id -> before(id, waiting).isEmpty())
                    .findFirst();
            if (next.isEmpty()) {
                return new Order(ids, ring(waiting));
            }
            ids.add(next.get());
            waiting.remove(next.get());
        }
        return new Order(ids, List.of());
    }

    private static Set<String> before(String id, Map<String, PluginDescriptor> waiting) {
        PluginDescriptor plugin = Objects.requireNonNull(waiting.get(id), id);
        Set<String> before = new TreeSet<>(plugin.after());
        before.addAll(plugin.requires());
        before.retainAll(waiting.keySet());
        return before;
    }

    /** Every one waits for another, so walking on must come back to where one has been. */
    private static List<String> ring(SortedMap<String, PluginDescriptor> waiting) {
        Set<String> walked = new LinkedHashSet<>();
        String id = waiting.firstKey();
        while (walked.add(id)) {
            id = before(id, waiting).iterator().next();
        }
        List<String> path = new ArrayList<>(walked);
        return path.subList(path.indexOf(id), path.size());
    }
}
