package io.tikit.spi.storage;

import io.tikit.api.IdempotencyKey;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Idempotency keys of the unit's tenant, compared exactly.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface KeyRepository {
    /**
     * Finds what a key was used for.
     *
     * @param key the key
     * @return the use, or empty
     */
    Optional<Use> find(IdempotencyKey key);

    /**
     * Records the use of a key. A key that is taken shows at the commit or before, as STORAGE_CONFLICT.
     *
     * @param key the key
     * @param use what it is used for
     */
    void insert(IdempotencyKey key, Use use);

    /**
     * What a key was used for.
     *
     * @param kind the kind of command, at most 20 characters of ASCII
     * @param subject the ticket
     * @param detail the entry, or the ticket again
     */
    record Use(String kind, UUID subject, UUID detail) {
        /** Checks that nothing is null. */
        public Use {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(detail, "detail");
        }
    }
}
