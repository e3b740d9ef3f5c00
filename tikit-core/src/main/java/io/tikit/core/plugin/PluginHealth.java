package io.tikit.core.plugin;

import io.tikit.api.error.TikitException;
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
import java.util.function.Supplier;

/** What is wrong with plugins at the moment. Safe for use by several threads. */
public final class PluginHealth {
    private final Map<String, String> down = new ConcurrentSkipListMap<>();
    private final Map<String, HealthFinding> failing = new ConcurrentSkipListMap<>();
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

    /** Asks a part and remembers whether it failed, until it does what it is asked. */
    public <R> R watch(String plugin, String part, Supplier<R> call) {
        String key = plugin + " " + part;
        try {
            R answer = call.get();
            failing.remove(key);
            return answer;
        } catch (RuntimeException e) {
            String why = e instanceof TikitException known
                    ? known.code().name()
                    : e.getClass().getSimpleName();
            failing.put(
                    key,
                    new HealthFinding(
                            HealthReason.PLUGIN_FAILING, plugin, part + " failed when it was asked last: " + why));
            throw e;
        }
    }

    Set<Call> stuck() {
        return stuck;
    }

    /** Every trouble, in an order that is always the same. */
    public List<HealthFinding> findings() {
        List<HealthFinding> found = new ArrayList<>();
        down.forEach((plugin, why) -> found.add(new HealthFinding(HealthReason.PLUGIN_DOWN, plugin, why)));
        found.addAll(failing.values());
        Map<Errand, Integer> late = new TreeMap<>(Comparator.comparing(Errand::toString));
        stuck.forEach(call -> late.merge(call.errand(), 1, Integer::sum));
        late.forEach((errand, calls) -> found.add(new HealthFinding(
                HealthReason.PLUGIN_STUCK,
                errand.plugin(),
                "did not " + errand.what() + " within " + errand.atMost() + "; calls that still run: " + calls)));
        return found;
    }
}
