package io.tikit.core.pipeline;

import io.tikit.api.TenantId;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.transaction.HostTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Begins units of work: the engine's own, or joined to the transaction that the host has on this thread. */
@Singleton
public final class Units {
    private final Storage storage;
    private final Optional<HostTransaction> host;

    @Inject
    Units(Storage storage, Optional<HostTransaction> host) {
        this.storage = storage;
        this.host = host;
    }

    UnitMode mode() {
        return host.isPresent() && host.get().active() ? UnitMode.JOINED : UnitMode.OWN;
    }

    UnitOfWork begin(TenantId tenant, UnitMode mode) {
        return storage.begin(tenant, mode);
    }

    /** A unit for reading: inside the host's transaction it sees the host's own writes. */
    UnitOfWork reading(TenantId tenant) {
        return storage.begin(tenant, mode() == UnitMode.JOINED ? UnitMode.JOINED : UnitMode.READ);
    }

    /** Runs the action unless the host rolls back; when the host does not know, looking in vain does no harm. */
    void afterHostCommit(Runnable action) {
        host.ifPresent(bridge -> bridge.afterCompletion(outcome -> {
            if (outcome != HostTransaction.Outcome.ROLLED_BACK) {
                action.run();
            }
        }));
    }
}
