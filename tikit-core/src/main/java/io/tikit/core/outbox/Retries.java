package io.tikit.core.outbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How failures are tried again and told. */
public final class Retries {
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);
    private static final int LONGEST_ERROR = 500;

    private Retries() {}

    /** Doubles with each try, with a fifth of chance so that many failures do not come back at once. */
    public static Duration pause(int attempts, Duration first) {
        long base = first.toMillis() << Math.min(attempts - 1, 20);
        long capped = Math.min(base, LONGEST_BACKOFF.toMillis());
        return Duration.ofMillis(
                capped - capped / 10 + ThreadLocalRandom.current().nextLong(capped / 5 + 1));
    }

    /** The kind and message of a failure, cut to what is kept. */
    public static String describe(Throwable failure) {
        String text = failure.getClass().getName() + ": " + failure.getMessage();
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }
}
