package io.tikit.core.suggestion;

import io.tikit.api.TenantId;
import io.tikit.core.pipeline.Reader;
import io.tikit.spi.storage.Storage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Teaches a classifier that forgets at the end of the engine the latest tickets of each desk again, in the background after
 * the start. Ends with the engine; the next start begins anew.
 */
@Singleton
public final class Relearning implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relearning.class);
    private static final int TICKETS = 5_000;
    private static final int PAGE = 100;
    private static final long PATIENCE_MILLIS = 10_000;

    private final Suggester suggester;
    private final History history;
    private final Storage storage;
    private final Reader reader;
    private @Nullable Thread thread;

    @Inject
    Relearning(Suggester suggester, History history, Storage storage, Reader reader) {
        this.suggester = suggester;
        this.history = history;
        this.storage = storage;
        this.reader = reader;
    }

    /** Begins, if there is a need. */
    public synchronized void start() {
        if (suggester.learns() && !suggester.isDurable()) {
            Thread begun = new Thread(this::all, "tikit-relearning");
            begun.setDaemon(true);
            begun.start();
            thread = begun;
        }
    }

    private void all() {
        try {
            Optional<TenantId> after = Optional.empty();
            while (true) {
                Optional<TenantId> place = after;
                List<TenantId> page = reader.guarded(() -> storage.tenants(place, PAGE));
                page.forEach(this::one);
                if (page.size() < PAGE) {
                    return;
                }
                after = Optional.of(page.get(page.size() - 1));
            }
        } catch (RuntimeException e) {
            ended("the desks", e);
        }
    }

    private void one(TenantId tenant) {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        try {
            int learned = history.teach(tenant, TICKETS);
            LOG.debug("{} tickets of tenant {} were learned again", learned, tenant);
        } catch (RuntimeException e) {
            ended("tenant " + tenant, e);
        }
    }

    private static void ended(String what, RuntimeException e) {
        if (Thread.currentThread().isInterrupted()) {
            LOG.debug("learning again of {} ended with the engine", what, e);
        } else {
            LOG.warn("the tickets of {} were not all learned again; desk.suggestions().learn does it", what, e);
        }
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
