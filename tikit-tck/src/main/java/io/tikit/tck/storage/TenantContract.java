package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.people.User;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * Tenants and their numbers.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TenantContract extends StorageFixture {
    /** A tenant is there once its unit is committed, with what the unit wrote. */
    @Test
    default void tenantAppearsWithItsFirstRows() {
        TestTenant tenant = TestTenant.in(storage(), "born");
        assertThat(storage().tenantExists(tenant.id())).isTrue();
        assertThat(tenant.list(unit -> unit.users().findAll(tenant.people())))
                .containsExactlyInAnyOrderElementsOf(tenant.users());
        assertThat(tenant.read(UnitOfWork::tenant)).isEqualTo(tenant.id());
    }

    /** A tenant whose unit is not committed never was. */
    @Test
    default void tenantWithoutCommitIsNot() {
        TenantId id = TenantId.of("never-born");
        try (UnitOfWork unit = storage().createTenant(id, TestTenant.START)) {
            unit.users().insert(TestTenant.in(storage(), "model").data().user());
        }
        assertThat(storage().tenantExists(id)).isFalse();
        assertThat(storage().tenants(Optional.empty(), 10_000)).doesNotContain(id);
    }

    /** A name is taken once. */
    @Test
    default void tenantExistsOnce() {
        TestTenant tenant = TestTenant.in(storage(), "twice");
        Expect.failure(ErrorCode.TENANT_EXISTS, () -> {
            try (UnitOfWork unit = storage().createTenant(tenant.id(), TestTenant.START)) {
                unit.commit();
            }
        });
        assertThat(tenant.list(unit -> unit.users().findAll(tenant.people()))).hasSize(3);
    }

    /** Of several who create the same tenant at once, one succeeds and the others are told. */
    @Test
    default void oneOfSeveralCreatesTheTenant() {
        Storage storage = storage();
        TenantId id = TenantId.of(TestTenant.in(storage, "race").id().value() + "-won");
        Callable<Boolean> create = () -> {
            try (UnitOfWork unit = storage.createTenant(id, TestTenant.START)) {
                unit.commit();
                return true;
            } catch (ConflictException e) {
                assertThat(e.code()).isIn(ErrorCode.TENANT_EXISTS, ErrorCode.STORAGE_CONFLICT);
                return false;
            }
        };
        assertThat(Together.all(Collections.nCopies(4, create))).containsOnlyOnce(true);
        assertThat(storage.tenantExists(id)).isTrue();
    }

    /** Units of a tenant that does not exist fail at the latest when they are used. */
    @Test
    default void unknownTenantIsNotFound() {
        TenantId unknown = TenantId.of("unknown-tenant");
        TestTenant model = TestTenant.in(storage(), "known");
        Expect.failure(ErrorCode.TENANT_NOT_FOUND, () -> {
            try (UnitOfWork unit = storage().begin(unknown, UnitMode.READ)) {
                unit.tickets().find(new TicketId(model.data().id()));
            }
        });
        Expect.failure(ErrorCode.TENANT_NOT_FOUND, () -> {
            try (UnitOfWork unit = storage().begin(unknown, UnitMode.OWN)) {
                unit.users().insert(model.data().user());
                unit.commit();
            }
        });
        Expect.failure(ErrorCode.TENANT_NOT_FOUND, () -> storage().takeNumbers(unknown, 1));
        assertThat(storage().tenantExists(unknown)).isFalse();
    }

    /** Tenants are listed page by page in the order of ASCII, whatever the database collates by. */
    @Test
    default void tenantsAreListedInTheOrderOfAscii() {
        String stem = TestTenant.in(storage(), "ascii").id().value();
        List<TenantId> made = new ArrayList<>();
        for (String end : List.of("b", "_b", "-b", "0b", "b0", "b-", "b_", "ba")) {
            TenantId id = TenantId.of(stem + end);
            try (UnitOfWork unit = storage().createTenant(id, TestTenant.START)) {
                unit.commit();
            }
            made.add(id);
        }
        List<TenantId> seen = new ArrayList<>();
        Optional<TenantId> after = Optional.of(TenantId.of(stem));
        while (seen.size() < made.size()) {
            List<TenantId> page = storage().tenants(after, 3);
            assertThat(page).isNotEmpty().hasSizeLessThanOrEqualTo(3);
            seen.addAll(page);
            after = Optional.of(page.get(page.size() - 1));
        }
        List<String> expected = made.stream().map(TenantId::value).sorted().toList();
        assertThat(seen.stream().map(TenantId::value).limit(made.size())).containsExactlyElementsOf(expected);
    }

    /** Nothing of one tenant is seen from another, by whichever name it is looked for. */
    @Test
    default void rowsOfAnotherTenantAreNotSeen() {
        TestTenant owner = TestTenant.in(storage(), "owner");
        TestTenant other = TestTenant.in(storage(), "other");
        Ticket ticket = owner.storedTicket();
        User user = owner.users().get(0);
        other.read(unit -> {
            assertThat(unit.tickets().find(ticket.id())).isEmpty();
            assertThat(unit.tickets().findAll(List.of(ticket.id()))).isEmpty();
            assertThat(unit.tickets().findByNumber(ticket.summary().serial())).isEmpty();
            assertThat(unit.tickets().scan(Optional.empty(), 10)).isEmpty();
            assertThat(unit.users().findAll(List.of(user.id()))).isEmpty();
            assertThat(unit.users().findBySubject(user.person().subject())).isEmpty();
            assertThat(unit.users().page(Optional.empty(), 10)).doesNotContain(user);
            assertThat(unit.teams().find(owner.queues().get(0))).isEmpty();
            assertThat(unit.teams().findByName(owner.teams().get(0).name())).isEmpty();
            return unit;
        });
        try (UnitOfWork unit = storage().begin(other.id(), UnitMode.OWN)) {
            assertThat(unit.tickets().lock(ticket.id())).isEmpty();
            assertThat(unit.teams().lock(owner.queues().get(0))).isEmpty();
        }
    }

    /** What must be unique must be so within its tenant only. */
    @Test
    default void tenantsMayUseTheSameNames() {
        TestTenant one = TestTenant.in(storage(), "same-a");
        TestTenant two = TestTenant.in(storage(), "same-b");
        Ticket first = one.storedTicket();
        Ticket second = two.storedTicket();
        assertThat(first.summary().serial()).isEqualTo(second.summary().serial());
        assertThat(one.find(unit -> unit.tickets().findByNumber(first.summary().serial())))
                .contains(first);
        assertThat(two.find(unit -> unit.tickets().findByNumber(first.summary().serial())))
                .contains(second);
        User known = one.users().get(0);
        User namesake = new User(two.data().user().id(), known.person(), known.role(), true, known.createdAt());
        two.write(unit -> unit.users().insert(namesake));
        assertThat(two.find(unit -> unit.users().findBySubject(known.person().subject())))
                .contains(namesake);
        assertThat(one.find(unit -> unit.users().findBySubject(known.person().subject())))
                .contains(known);
    }

    /** The first block begins at 1, and the next ones never overlap it. */
    @Test
    default void numbersBeginAtOne() {
        TestTenant tenant = TestTenant.in(storage(), "numbers");
        assertThat(storage().takeNumbers(tenant.id(), 10)).isEqualTo(1);
        assertThat(storage().takeNumbers(tenant.id(), 1)).isGreaterThanOrEqualTo(11);
        TestTenant other = TestTenant.in(storage(), "numbers");
        assertThat(storage().takeNumbers(other.id(), 1)).isEqualTo(1);
    }

    /** Blocks taken by several threads at once do not overlap. */
    @Test
    default void numbersOfSeveralThreadsDoNotOverlap() {
        Storage storage = storage();
        TestTenant tenant = TestTenant.in(storage, "number-race");
        Callable<List<Long>> take = () -> {
            List<Long> taken = new ArrayList<>();
            for (int i = 1; i <= 20; i++) {
                int count = i % 3 + 1;
                long first = storage.takeNumbers(tenant.id(), count);
                for (int j = 0; j < count; j++) {
                    taken.add(first + j);
                }
            }
            return taken;
        };
        List<Long> all = Together.all(Collections.nCopies(4, take)).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(all).doesNotHaveDuplicates().allMatch(number -> number >= 1);
    }

    /** Numbers are taken at once, whatever becomes of a unit that is open meanwhile. */
    @Test
    default void numbersAreNotPartOfUnits() {
        TestTenant tenant = TestTenant.in(storage(), "number-unit");
        long inside;
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            unit.tickets().insert(tenant.newTicket());
            unit.tickets().scan(Optional.empty(), 1);
            inside = storage().takeNumbers(tenant.id(), 1);
        }
        assertThat(storage().takeNumbers(tenant.id(), 1)).isGreaterThan(inside);
    }

    /** The storage gives a sign of life. */
    @Test
    default void storageAnswersPing() {
        storage().ping();
        assertThat(storage().capabilities()).isEqualTo(storage().capabilities());
    }
}
