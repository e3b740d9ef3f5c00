package io.tikit.jpa.idempotency;

import io.tikit.api.IdempotencyKey;
import io.tikit.jpa.codec.Fingerprint;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.KeyRepository;
import java.util.List;
import java.util.Optional;

/** Idempotency keys in the database. Compared exactly, so a digest stands for each. */
public final class KeyTable implements KeyRepository {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES = List.of(KeyEntity.class);

    private final Session session;

    public KeyTable(Session session) {
        this.session = session;
    }

    @Override
    public Optional<Use> find(IdempotencyKey key) {
        return session
                .readAll(
                        KeyEntity.class,
                        "SELECT k FROM IdempotencyKey k WHERE k.tenant = ?1 AND k.digest = ?2",
                        session.tenant(),
                        digest(key))
                .stream()
                .findFirst()
                .map(row -> new Use(row.kind, row.subject, row.detail));
    }

    @Override
    public void insert(IdempotencyKey key, Use use) {
        session.insert(new KeyEntity(session.tenant(), digest(key), use.kind(), use.subject(), use.detail()));
    }

    private static byte[] digest(IdempotencyKey key) {
        return Fingerprint.exact(key.source(), key.externalId());
    }
}
