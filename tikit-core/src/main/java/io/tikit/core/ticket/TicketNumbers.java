package io.tikit.core.ticket;

import io.tikit.api.TenantId;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.spi.storage.Storage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands out ticket numbers from blocks, so that nodes do not queue for one counter. A number that is not used is lost;
 * numbers are unique, not dense.
 */
@Singleton
public final class TicketNumbers {
    private final Map<TenantId, Block> blocks = new ConcurrentHashMap<>();
    private final Storage storage;
    private final int size;

    @Inject
    TicketNumbers(Storage storage, EngineSettings settings) {
        this.storage = storage;
        this.size = settings.numberBlock();
    }

    /** The next number; called outside units of work, since a new block is a transaction of its own. */
    long next(TenantId tenant) {
        return blocks.computeIfAbsent(tenant, Block::new).next();
    }

    private final class Block {
        private final TenantId tenant;
        private long next;
        private long end;

        Block(TenantId tenant) {
            this.tenant = tenant;
        }

        synchronized long next() {
            if (next == end) {
                next = storage.takeNumbers(tenant, size);
                end = next + size;
            }
            return next++;
        }
    }
}
