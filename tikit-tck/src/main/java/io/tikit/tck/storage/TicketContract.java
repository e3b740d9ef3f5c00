package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.ticket.Revision;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Tickets, one by one.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TicketContract extends StorageFixture {
    /** Random tickets come back as they were written, by each way of reading. */
    @Test
    default void ticketsComeBackAsTheyWere() {
        TestTenant tenant = TestTenant.in(storage(), "ticket");
        List<Ticket> tickets = new ArrayList<>();
        tenant.write(unit -> {
            for (int i = 0; i < 40; i++) {
                Ticket ticket = tenant.newTicket();
                tickets.add(ticket);
                unit.tickets().insert(ticket);
            }
        });
        for (Ticket ticket : tickets) {
            assertThat(tenant.find(unit -> unit.tickets().find(ticket.id()))).contains(ticket);
            assertThat(tenant.find(
                            unit -> unit.tickets().findByNumber(ticket.summary().serial())))
                    .contains(ticket);
        }
        List<TicketId> ids = tickets.stream().map(Ticket::id).toList();
        assertThat(tenant.list(unit -> unit.tickets().findAll(ids))).containsExactlyInAnyOrderElementsOf(tickets);
    }

    /** Each type of field value comes back as it was, the extreme ones too. */
    @Test
    default void customFieldsComeBackAsTheyWere() {
        TestTenant tenant = TestTenant.in(storage(), "fields");
        Map<String, FieldValue> fields = new TreeMap<>();
        for (int i = 0; i < 400; i++) {
            fields.put("f" + i % 60, tenant.data().fieldValue());
        }
        fields.put("long_text", new FieldValue.Text("\u00e4\u4e16\ud83d\ude00".repeat(2_000)));
        Ticket ticket = new Ticket(tenant.newTicket().summary(), fields);
        tenant.write(unit -> unit.tickets().insert(ticket));
        assertThat(tenant.find(unit -> unit.tickets().find(ticket.id()))).contains(ticket);
    }

    /** Subjects of the full length come back, also those that grow when they are folded. */
    @Test
    default void longSubjectsComeBackAsTheyWere() {
        TestTenant tenant = TestTenant.in(storage(), "subject");
        for (String subject : List.of(
                "x".repeat(255),
                "\ud83d\ude00".repeat(127),
                "\ufdfa".repeat(255),
                "\u00e4".repeat(255),
                " a ",
                "%_\\'")) {
            Ticket plain = tenant.newTicket();
            Ticket ticket =
                    new Ticket(plain.summary().toBuilder().subject(subject).build(), plain.fields());
            tenant.write(unit -> unit.tickets().insert(ticket));
            assertThat(tenant.find(unit -> unit.tickets().find(ticket.id()))).contains(ticket);
        }
    }

    /** All that can be absent can be absent, can come and can go. */
    @Test
    default void everyFieldChanges() {
        TestTenant tenant = TestTenant.in(storage(), "change");
        Ticket before = tenant.storedTicket();
        for (int i = 0; i < 20; i++) {
            Ticket current =
                    tenant.read(unit -> unit.tickets().find(before.id())).orElseThrow();
            Ticket any = tenant.newTicket();
            Ticket after = new Ticket(
                    any.summary().toBuilder()
                            .identity(before.id(), before.summary().serial())
                            .revision(current.revision().next())
                            .build(),
                    any.fields());
            tenant.write(unit -> {
                Ticket locked = unit.tickets().lock(before.id()).orElseThrow();
                assertThat(locked).isEqualTo(current);
                unit.tickets().update(locked, after);
            });
            assertThat(tenant.find(unit -> unit.tickets().find(before.id()))).contains(after);
        }
    }

    /** A ticket may be updated several times in one unit; the last one stays. */
    @Test
    default void lastUpdateOfAUnitStays() {
        TestTenant tenant = TestTenant.in(storage(), "updates");
        Ticket first = tenant.newTicket();
        Ticket second = TestTenant.next(first, "second");
        Ticket third = TestTenant.next(second, "third");
        tenant.write(unit -> {
            unit.tickets().insert(first);
            unit.tickets().update(first, second);
        });
        tenant.write(unit -> {
            Ticket locked = unit.tickets().lock(first.id()).orElseThrow();
            assertThat(locked).isEqualTo(second);
            unit.tickets().update(locked, third);
            Ticket closed = new Ticket(
                    third.summary().toBuilder()
                            .status(Status.CLOSED, State.CLOSED)
                            .resolvedAt(Instant.parse("2026-05-01T00:00:00.001Z"))
                            .build(),
                    Map.of());
            unit.tickets().update(third, closed);
        });
        Ticket now = tenant.read(unit -> unit.tickets().find(first.id())).orElseThrow();
        assertThat(now.revision()).isEqualTo(new Revision(3));
        assertThat(now.status()).isEqualTo(Status.CLOSED);
        assertThat(now.fields()).isEmpty();
    }

    /** What does not exist is not found. */
    @Test
    default void missingTicketsAreNotFound() {
        TestTenant tenant = TestTenant.in(storage(), "missing");
        Ticket there = tenant.storedTicket();
        TicketId missing = new TicketId(tenant.data().id());
        tenant.read(unit -> {
            assertThat(unit.tickets().find(missing)).isEmpty();
            assertThat(unit.tickets().findByNumber(Long.MAX_VALUE)).isEmpty();
            assertThat(unit.tickets().findAll(List.of())).isEmpty();
            assertThat(unit.tickets().findAll(List.of(missing, there.id()))).containsExactly(there);
            return unit;
        });
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            assertThat(unit.tickets().lock(missing)).isEmpty();
        }
    }

    /** Two tickets of a tenant cannot have one number. */
    @Test
    default void numbersAreUnique() {
        TestTenant tenant = TestTenant.in(storage(), "number");
        Ticket there = tenant.storedTicket();
        Ticket other = tenant.newTicket();
        Ticket same = new Ticket(
                other.summary().toBuilder()
                        .identity(other.id(), there.summary().serial())
                        .build(),
                other.fields());
        Expect.failure(
                ErrorCode.STORAGE_CONFLICT,
                () -> tenant.write(unit -> unit.tickets().insert(same)));
        assertThat(tenant.find(unit -> unit.tickets().find(other.id()))).isEmpty();
    }

    /** The walk over all tickets meets each one once, in the order of ids as unsigned bytes. */
    @Test
    default void scanMeetsEachTicketOnce() {
        TestTenant tenant = TestTenant.in(storage(), "scan");
        List<Ticket> tickets = new ArrayList<>();
        tenant.write(unit -> {
            for (int i = 0; i < 50; i++) {
                Ticket ticket = tenant.newTicket();
                tickets.add(ticket);
                unit.tickets().insert(ticket);
            }
        });
        List<Ticket> seen = Pages.walk(
                7,
                (Optional<TicketId> after) -> tenant.list(unit -> unit.tickets().scan(after, 7)),
                Ticket::id);
        assertThat(seen)
                .containsExactlyElementsOf(
                        Expect.byId(tickets, ticket -> ticket.id().value()));
    }

    /** As many as 500 tickets are read at once. */
    @Test
    default void fiveHundredTicketsAreReadAtOnce() {
        TestTenant tenant = TestTenant.in(storage(), "many");
        List<TicketId> ids = new ArrayList<>();
        tenant.write(unit -> {
            for (int i = 0; i < 500; i++) {
                Ticket ticket = tenant.newTicket();
                ids.add(ticket.id());
                unit.tickets().insert(ticket);
            }
        });
        assertThat(tenant.list(unit -> unit.tickets().findAll(ids))).hasSize(500);
        assertThat(tenant.list(unit -> unit.tickets().scan(Optional.empty(), 500)))
                .hasSize(500);
    }
}
