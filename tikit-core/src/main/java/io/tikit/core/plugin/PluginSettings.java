package io.tikit.core.plugin;

import io.tikit.spi.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How long the engine waits for plugins, and what it gives them.
 *
 * @param start for saying who it is, contributing or starting, each
 * @param open for opening storage or index, which may have to bring old data up to date
 * @param stop for stopping a plugin or closing a part, each
 * @param call for one call into an index, a scheduler, a channel or a notifier
 * @param threads how many threads a plugin may use at once
 */
public record PluginSettings(Duration start, Duration open, Duration stop, Duration call, int threads) {
    private static final Setting<Duration> START = Setting.duration("plugin.timeout.start", Duration.ofMinutes(1));
    private static final Setting<Duration> OPEN = Setting.duration("plugin.timeout.open", Duration.ofMinutes(30));
    private static final Setting<Duration> STOP = Setting.duration("plugin.timeout.stop", Duration.ofSeconds(30));
    private static final Setting<Duration> CALL = Setting.duration("plugin.timeout.call", Duration.ofSeconds(30));
    private static final Setting<Integer> THREADS = Setting.number("plugin.threads", 4, 1, 64);

    /** All of them, to be read and documented. */
    public static final List<Setting<?>> ALL = List.of(START, OPEN, STOP, CALL, THREADS);

    /** Reads all settings; one that could not be read has its fallback, for what is found out until all is told. */
    public static PluginSettings of(Map<Setting<?>, Object> values) {
        return new PluginSettings(
                value(values, START),
                value(values, OPEN),
                value(values, STOP),
                value(values, CALL),
                value(values, THREADS));
    }

    private static <T> T value(Map<Setting<?>, Object> values, Setting<T> setting) {
        Object value = values.get(setting);
        return value == null ? setting.fallback().orElseThrow() : setting.type().cast(value);
    }
}
