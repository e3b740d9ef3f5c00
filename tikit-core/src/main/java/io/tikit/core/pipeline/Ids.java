package io.tikit.core.pipeline;

import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.UUID;

/** Makes UUIDs of version 7 from the engine's own time, strictly growing within an engine. */
@Singleton
public final class Ids {
    private final TimeBasedEpochGenerator generator;

    @Inject
    Ids(Time time) {
        generator = new TimeBasedEpochGenerator(new SecureRandom(), new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return time.instant().toEpochMilli();
            }
        });
    }

    public UUID next() {
        return generator.generate();
    }
}
