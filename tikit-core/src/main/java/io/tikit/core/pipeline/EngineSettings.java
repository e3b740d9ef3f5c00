package io.tikit.core.pipeline;

import io.tikit.spi.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a host can set of the engine itself.
 *
 * @param provisionPeople whether the host's own people become users on first sight
 * @param numberBlock how many ticket numbers a node takes at once
 * @param workAttempts how often work is tried before it lies dead
 * @param workTimeout how long one try may take
 * @param workBackoff the pause after the first failure; it doubles each time
 * @param workThreads how many tickets a consumer works on at once
 * @param timerThreads how many timers a node does at once
 * @param interceptorTimeout how long an interceptor may think about one command
 * @param leaseLength how long a node that died keeps its share of the work
 */
public record EngineSettings(
        boolean provisionPeople,
        int numberBlock,
        int workAttempts,
        Duration workTimeout,
        Duration workBackoff,
        int workThreads,
        int timerThreads,
        Duration interceptorTimeout,
        Duration leaseLength) {
    private static final Setting<Boolean> PROVISION = new Setting<>(
            "people.provision",
            Boolean.class,
            text -> switch (text.trim()) {
                case "customer" -> true;
                case "never" -> false;
                default -> throw new IllegalArgumentException("must be customer or never");
            },
            Optional.of(true),
            false,
            false);
    private static final Setting<Integer> NUMBERS = Setting.number("numbers.block", 100, 1, 100_000);
    private static final Setting<Integer> ATTEMPTS = Setting.number("work.attempts", 8, 1, 100);
    private static final Setting<Duration> TIMEOUT = Setting.duration("work.timeout", Duration.ofSeconds(30));
    private static final Setting<Duration> BACKOFF = Setting.duration("work.backoff", Duration.ofSeconds(1));
    private static final Setting<Integer> THREADS = Setting.number("work.threads", 2, 1, 64);
    private static final Setting<Integer> TIMER_THREADS = Setting.number("timer.threads", 4, 1, 64);
    private static final Setting<Duration> INTERCEPTOR = Setting.duration("interceptor.timeout", Duration.ofSeconds(2));
    private static final Setting<Duration> LEASE = Setting.duration("lease.length", Duration.ofSeconds(15));

    /** All of them, to be read and documented. */
    public static final List<Setting<?>> ALL =
            List.of(PROVISION, NUMBERS, ATTEMPTS, TIMEOUT, BACKOFF, THREADS, TIMER_THREADS, INTERCEPTOR, LEASE);

    /** Reads all settings; each has a fallback. */
    public static EngineSettings of(Function<Setting<?>, Object> values) {
        return new EngineSettings(
                value(values, PROVISION),
                value(values, NUMBERS),
                value(values, ATTEMPTS),
                value(values, TIMEOUT),
                value(values, BACKOFF),
                value(values, THREADS),
                value(values, TIMER_THREADS),
                value(values, INTERCEPTOR),
                value(values, LEASE));
    }

    private static <T> T value(Function<Setting<?>, Object> values, Setting<T> setting) {
        return setting.type().cast(values.apply(setting));
    }
}
