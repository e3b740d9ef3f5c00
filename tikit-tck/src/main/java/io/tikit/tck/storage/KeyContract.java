package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.IdempotencyKey;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.KeyRepository;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Together;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Idempotency keys.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface KeyContract extends StorageFixture {
    /** Keys come back with their use, compared exactly. */
    @Test
    default void keysAreExact() {
        TestTenant tenant = TestTenant.in(storage(), "key");
        Ticket ticket = tenant.storedTicket();
        List<IdempotencyKey> keys = List.of(
                IdempotencyKey.of("mail", "<id@host>"),
                IdempotencyKey.of("mail", "<ID@host>"),
                IdempotencyKey.of("mail", "<id@host> "),
                IdempotencyKey.of("mail ", "<id@host>"),
                IdempotencyKey.of("Mail", "<id@host>"),
                IdempotencyKey.of("mai", "l<id@host>"),
                IdempotencyKey.of("s".repeat(40), "\u00e4\ud83d\ude00".repeat(66)));
        for (IdempotencyKey key : keys) {
            KeyRepository.Use use = use(tenant, ticket);
            assertThat(tenant.find(unit -> unit.keys().find(key))).isEmpty();
            tenant.write(unit -> unit.keys().insert(key, use));
            assertThat(tenant.find(unit -> unit.keys().find(key))).contains(use);
        }
    }

    /** A key is used once in a tenant; a conflict leaves nothing of its unit. */
    @Test
    default void keyIsUsedOnce() {
        TestTenant tenant = TestTenant.in(storage(), "key-once");
        Ticket ticket = tenant.storedTicket();
        IdempotencyKey key = IdempotencyKey.of("import", "7");
        KeyRepository.Use first = use(tenant, ticket);
        tenant.write(unit -> unit.keys().insert(key, first));
        Ticket second = tenant.newTicket();
        Expect.failure(
                ErrorCode.STORAGE_CONFLICT,
                () -> tenant.write(unit -> {
                    unit.tickets().insert(second);
                    unit.keys().insert(key, use(tenant, second));
                }));
        assertThat(tenant.find(unit -> unit.keys().find(key))).contains(first);
        assertThat(tenant.find(unit -> unit.tickets().find(second.id()))).isEmpty();
        TestTenant other = TestTenant.in(storage(), "key-other");
        assertThat(other.find(unit -> unit.keys().find(key))).isEmpty();
        KeyRepository.Use elsewhere = use(other, other.storedTicket());
        other.write(unit -> unit.keys().insert(key, elsewhere));
        assertThat(other.find(unit -> unit.keys().find(key))).contains(elsewhere);
    }

    /** A unit sees the key that it has used; after a roll back it is free. */
    @Test
    default void keyIsFreeAfterARollBack() {
        TestTenant tenant = TestTenant.in(storage(), "key-free");
        Ticket ticket = tenant.storedTicket();
        IdempotencyKey key = IdempotencyKey.of("import", "8");
        KeyRepository.Use use = use(tenant, ticket);
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            unit.keys().insert(key, use);
            assertThat(unit.keys().find(key)).contains(use);
        }
        assertThat(tenant.find(unit -> unit.keys().find(key))).isEmpty();
        tenant.write(unit -> unit.keys().insert(key, use));
        assertThat(tenant.find(unit -> unit.keys().find(key))).contains(use);
    }

    /** Of several who use a key at once, one succeeds and the others are told to try again. */
    @Test
    default void oneOfSeveralUsesTheKey() {
        TestTenant tenant = TestTenant.in(storage(), "key-race");
        Ticket ticket = tenant.storedTicket();
        IdempotencyKey key = IdempotencyKey.of("import", "9");
        KeyRepository.Use use = use(tenant, ticket);
        Callable<Boolean> insert = () -> {
            try {
                tenant.write(unit -> unit.keys().insert(key, use));
                return true;
            } catch (ConflictException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_CONFLICT);
                return false;
            }
        };
        assertThat(Together.all(Collections.nCopies(4, insert))).containsOnlyOnce(true);
    }

    /** A key that another unit holds uncommitted is not given away: the later one waits or is told. */
    @Test
    default void uncommittedKeyIsNotGivenAway() {
        TestTenant tenant = TestTenant.in(storage(), "key-wait");
        Ticket ticket = tenant.storedTicket();
        IdempotencyKey key = IdempotencyKey.of("import", "10");
        KeyRepository.Use use = use(tenant, ticket);
        Future<Boolean> later;
        try (UnitOfWork first = storage().begin(tenant.id(), UnitMode.OWN)) {
            first.keys().insert(key, use);
            assertThat(first.keys().find(key)).contains(use);
            later = Together.start(() -> {
                try {
                    tenant.write(unit -> unit.keys().insert(key, use));
                    return true;
                } catch (ConflictException e) {
                    return false;
                }
            });
            Together.stillRuns(later);
            first.commit();
        }
        assertThat(Together.result(later)).as("the later one committed").isFalse();
    }

    private static KeyRepository.Use use(TestTenant tenant, Ticket ticket) {
        return new KeyRepository.Use("reply", ticket.id().value(), tenant.data().id());
    }
}
