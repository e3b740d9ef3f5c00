package io.tikit.core.pipeline;

import io.tikit.api.TenantId;
import io.tikit.api.error.InternalException;
import io.tikit.api.error.TikitException;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Function;
import java.util.function.Supplier;

/** The way of every read: through the gate, in a unit that only reads. */
@Singleton
public final class Reader {
    private final Gate gate;
    private final Units units;

    @Inject
    Reader(Gate gate, Units units) {
        this.gate = gate;
        this.units = units;
    }

    public <R> R read(TenantId tenant, Function<UnitOfWork, R> question) {
        return guarded(() -> {
            try (UnitOfWork unit = units.reading(tenant)) {
                return question.apply(unit);
            }
        });
    }

    /** Asks something that is not storage, through the same gate. */
    public <R> R guarded(Supplier<R> question) {
        try {
            return gate.inside(question);
        } catch (TikitException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InternalException("a read failed in an unforeseen way", e);
        }
    }

    /** Whether reads on this thread may see what is not yet committed, so that nothing of it may be remembered. */
    public boolean insideHostTransaction() {
        return units.mode() == UnitMode.JOINED;
    }
}
