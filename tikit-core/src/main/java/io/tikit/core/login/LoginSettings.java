package io.tikit.core.login;

import io.tikit.spi.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a host can set of signing in; what a desk can set is its policy.
 *
 * @param memory how many KiB a hash takes
 * @param rounds how often it goes through them
 * @param atOnce how many hashes are made at once
 * @param patience how long a call waits for its turn
 * @param kept how long the history of logins is kept
 * @param listPatience how long a list of breached passwords has to answer
 * @param breached a file of hashes of passwords that are known to the world
 */
public record LoginSettings(
        int memory,
        int rounds,
        int atOnce,
        Duration patience,
        Duration kept,
        Duration listPatience,
        Optional<Path> breached) {
    private static final Setting<Integer> MEMORY = Setting.number("login.hash-kib", 19_456, 8, 4_194_304);
    private static final Setting<Integer> ROUNDS = Setting.number("login.hash-rounds", 2, 1, 100);
    private static final Setting<Integer> AT_ONCE = Setting.number("login.hash-at-once", 2, 1, 256);
    private static final Setting<Duration> PATIENCE = Setting.duration("login.hash-patience", Duration.ofSeconds(5));
    private static final Setting<Duration> KEPT = Setting.duration("login.history", Duration.ofDays(365));
    private static final Setting<Duration> LIST_PATIENCE =
            Setting.duration("login.breach-list-patience", Duration.ofSeconds(2));
    private static final Setting<Path> BREACHED = Setting.path("login.breached-passwords");

    /** All of them, to be read and documented. */
    public static final List<Setting<?>> ALL =
            List.of(MEMORY, ROUNDS, AT_ONCE, PATIENCE, KEPT, LIST_PATIENCE, BREACHED);

    /** Reads all settings; each but the file has a fallback. */
    public static LoginSettings of(Function<Setting<?>, @Nullable Object> values) {
        return new LoginSettings(
                value(values, MEMORY),
                value(values, ROUNDS),
                value(values, AT_ONCE),
                value(values, PATIENCE),
                value(values, KEPT),
                value(values, LIST_PATIENCE),
                Optional.ofNullable((Path) values.apply(BREACHED)));
    }

    private static <T> T value(Function<Setting<?>, @Nullable Object> values, Setting<T> setting) {
        return setting.type().cast(values.apply(setting));
    }
}
