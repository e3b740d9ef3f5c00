package io.tikit.jpa.outbox;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ids of changes: UUIDs of version 7 that keep the order of each ticket whatever node wrote them. The time is that of the
 * unit's latest event, which never goes back on a ticket; then comes the revision, which grows with each commit on it.
 * The rest is a count and chance.
 */
public final class ChangeIds {
    private final AtomicInteger count = new AtomicInteger();

    UUID next(long millis, long revision) {
        long version = 0x7000L | ((revision >>> 20) & 0xFFFL);
        long high = (millis << 16) | version;
        long low = 0x8000_0000_0000_0000L
                | ((revision & 0xF_FFFFL) << 42)
                | ((count.incrementAndGet() & 0xFFFFL) << 26)
                | ThreadLocalRandom.current().nextInt(1 << 26);
        return new UUID(high, low);
    }

    /** The time in an id. */
    static long millis(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }
}
