package io.tikit.core.plugin;

import io.tikit.api.health.HealthFinding;
import io.tikit.api.health.HealthReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What is wrong with plugins at the moment. Safe for use by several threads. */
public final class PluginHealth {
    private final Map<String, String> down = new ConcurrentSkipListMap<>();
    private final Map<String, String> failing = new ConcurrentSkipListMap<>();
    private final Set<Call> stuck = ConcurrentHashMap.newKeySet();

    /** The plugin is left out until the next start. */
    void down(String plugin, String why) {
        down.putIfAbsent(plugin, why);
    }

    /** Whether a plugin is left out. */
    public boolean isDown(String plugin) {
        return down.containsKey(plugin);
    }

    /** Why a plugin is left out, if it is. */
    Optional<String> whyDown(String plugin) {
        return Optional.ofNullable(down.get(plugin));
    }

    /** A part failed when it was asked last. */
    public void failing(String part, String why) {
        failing.put(part, why);
    }

    /** A part did what it was asked. */
    public void well(String part) {
        failing.remove(part);
    }

    Set<Call> stuck() {
        return stuck;
    }

    /** Every trouble, in an order that is always the same. */
    public List<HealthFinding> findings() {
        List<HealthFinding> found = new ArrayList<>();
        down.forEach((plugin, why) -> found.add(new HealthFinding(HealthReason.PLUGIN_DOWN, plugin, why)));
        failing.forEach((part, why) -> found.add(new HealthFinding(HealthReason.PLUGIN_FAILING, part, why)));
        Map<Errand, Integer> late = new TreeMap<>(Comparator.comparing(Errand::toString));
        stuck.forEach(call -> late.merge(call.errand(), 1, Integer::sum));
        late.forEach((errand, calls) -> found.add(new HealthFinding(
                HealthReason.PLUGIN_STUCK,
                errand.plugin(),
                "did not " + errand.what() + " within " + errand.atMost() + "; calls that still run: " + calls)));
        return found;
    }
}
