package io.tikit.core.login;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.LimitException;
import io.tikit.core.pipeline.Time;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/** How often API keys are used on this node: a bucket for each that fills evenly up to a minute's calls. */
@Singleton
final class CallRates {
    private static final int MOST = 100_000;
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final double MINUTE = 60_000;

    private final Cache<UUID, Bucket> buckets =
            CacheBuilder.newBuilder().maximumSize(MOST).expireAfterAccess(IDLE).build();
    private final Time time;

    @Inject
    CallRates(Time time) {
        this.time = time;
    }

    /** Takes one call, or refuses it. */
    void take(UUID key, int perMinute) {
        if (perMinute == 0) {
            return;
        }
        long now = time.instant().toEpochMilli();
        Bucket bucket = buckets.asMap().computeIfAbsent(key, id -> new Bucket(perMinute, now));
        if (!bucket.take(perMinute, now)) {
            throw new LimitException(
                    ErrorCode.LOGIN_RATE,
                    "API key " + key + " may be used " + perMinute + " times a minute; call less often");
        }
    }

    private static final class Bucket {
        private double left;
        private long at;

        Bucket(double left, long at) {
            this.left = left;
            this.at = at;
        }

        synchronized boolean take(int perMinute, long now) {
            left = Math.min(perMinute, left + Math.max(0, now - at) * perMinute / MINUTE);
            at = Math.max(at, now);
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }
}
