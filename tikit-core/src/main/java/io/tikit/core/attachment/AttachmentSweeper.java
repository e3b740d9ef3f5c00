package io.tikit.core.attachment;

import io.tikit.core.outbox.HeldLeases;
import io.tikit.core.outbox.Loop;
import io.tikit.core.outbox.Node;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.pipeline.Time;
import io.tikit.spi.attachment.AttachmentStoreCapability;
import io.tikit.spi.storage.Storage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sweeps now and then, by the engine's clock, in small steps. When nodes share the store, one of them does, under a lease;
 * otherwise each looks after its own.
 */
@Singleton
public final class AttachmentSweeper implements AutoCloseable {
    private static final String LEASE = "attachments/sweep";
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration AFTER_START = Duration.ofMinutes(1);

    private final Storage storage;
    private final AttachmentContents contents;
    private final AttachmentSettings settings;
    private final AttachmentHealth health;
    private final Time time;
    private final HeldLeases leases;
    private final Loop loop;
    private Instant next;
    private @Nullable SweepRound round;

    @Inject
    AttachmentSweeper(
            Storage storage,
            AttachmentContents contents,
            AttachmentSettings settings,
            AttachmentHealth health,
            Time time,
            Node node,
            EngineSettings engine) {
        this.storage = storage;
        this.contents = contents;
        this.settings = settings;
        this.health = health;
        this.time = time;
        leases = new HeldLeases(storage.leases(), node.name(), engine.leaseLength(), List.of(LEASE));
        loop = new Loop("attachments", IDLE, Duration.ZERO, this::step);
        Duration first = settings.sweep().compareTo(AFTER_START) < 0 ? settings.sweep() : AFTER_START;
        next = time.instant().plus(first);
    }

    public void start() {
        if (contents.isPresent()) {
            loop.start();
        }
    }

    private boolean step() {
        if (round == null && time.instant().isBefore(next)) {
            return false;
        }
        if (contents.can(AttachmentStoreCapability.SHARED) && leases.held().isEmpty()) {
            round = null;
            return false;
        }
        SweepRound current = round == null ? new SweepRound(storage, contents, settings, time.instant()) : round;
        round = current;
        if (current.step()) {
            return true;
        }
        health.swept(current.missing(), current.hasTooManyStrays());
        round = null;
        next = time.instant().plus(settings.sweep());
        leases.release();
        return false;
    }

    @Override
    public void close() {
        loop.close();
        leases.release();
    }
}
