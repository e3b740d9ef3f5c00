package io.tikit.core.plugin;

import io.tikit.core.pipeline.Violations;
import io.tikit.spi.Setting;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads settings by their full names, and knows which of those given nobody asked for. Values are never shown. */
public final class SettingValues {
    private final Map<String, String> given;
    private final Set<String> known = new HashSet<>();
    private final Violations violations;

    public SettingValues(Map<String, String> given, Violations violations) {
        this.given = given;
        this.violations = violations;
    }

    /** Reads all settings of an owner; what cannot be read becomes a violation. */
    public Map<Setting<?>, Object> read(String prefix, List<Setting<?>> settings) {
        Map<Setting<?>, Object> values = new HashMap<>();
        for (Setting<?> setting : settings) {
            String name = prefix + setting.name();
            known.add(name);
            value(name, setting).ifPresent(value -> values.put(setting, value));
        }
        return values;
    }

    private <T> Optional<T> value(String name, Setting<T> setting) {
        String text = given.get(name);
        if (text == null) {
            if (setting.required() && setting.fallback().isEmpty()) {
                violations.add(name, "required", "must be set");
            }
            return setting.fallback();
        }
        try {
            return Optional.of(setting.parser().apply(text));
        } catch (RuntimeException e) {
            String value = setting.secret() ? "" : " but is '" + text.substring(0, Math.min(60, text.length())) + "'";
            String reason = setting.secret() || e.getMessage() == null ? "cannot be read" : e.getMessage();
            violations.add(name, "malformed", reason + value, Map.of("reason", reason + value));
            return Optional.empty();
        }
    }

    /** Refuses what nobody asked for; called when all have asked. */
    public void refuseUnknown() {
        for (String name : new TreeSet<>(given.keySet())) {
            if (!known.contains(name)) {
                violations.add(
                        name,
                        "unknown_setting",
                        "no plugin knows this setting; known are " + new TreeSet<>(known),
                        Map.of("known", List.copyOf(new TreeSet<>(known))));
            }
        }
    }
}
