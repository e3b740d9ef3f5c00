package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.Order;
import io.tikit.api.condition.TimePoint;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.spi.storage.TicketListing;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.SampleConditions;
import io.tikit.tck.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Lists of tickets: conditions as the reference interpreter decides them, orders, and pages that neither skip nor repeat.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TicketListingContract extends StorageFixture {
    /** Random conditions in various orders give what the reference interpreter gives, page by page. */
    @Test
    default void listsAgreeWithTheReferenceInterpreter() {
        TestTenant tenant = TestTenant.in(storage(), "list");
        List<Ticket> tickets = stored(tenant, 120);
        SampleConditions conditions = new SampleConditions(tenant.data(), tickets, SampleConditions.BUILT_IN);
        int found = 0;
        for (int i = 0; i < 60; i++) {
            Condition where = Listings.anchor(tenant).and(conditions.next(4));
            List<Order> order = tenant.data().oneOf(Listings.ORDERS);
            int size = 3 + tenant.data().random().nextInt(40);
            List<TicketSummary> seen = Listings.walk(tenant, where, order, size);
            assertThat(seen)
                    .as("seed %d, condition %d: %s by %s", tenant.data().seed(), i, where, order)
                    .containsExactlyElementsOf(Listings.expected(tickets, where, order));
            found += seen.size();
        }
        assertThat(found).as("tickets found at all").isPositive();
    }

    /** Each comparison of each field gives what the reference interpreter gives, and its complement the rest. */
    @Test
    default void everyComparisonOfEveryFieldAgrees() {
        TestTenant tenant = TestTenant.in(storage(), "compare");
        List<Ticket> tickets = stored(tenant, 60);
        List<UserId> people = tenant.people();
        Condition anchor = TicketFields.REQUESTER.isIn(people);
        List<Order> order = List.of(TicketFields.NUMBER.ascending());
        for (String key : SampleConditions.BUILT_IN) {
            SampleConditions conditions = new SampleConditions(tenant.data(), tickets, List.of(key));
            for (int i = 0; i < 8; i++) {
                Condition leaf = conditions.next(1);
                Condition where = anchor.and(i % 2 == 0 ? leaf : leaf.negate());
                assertThat(Listings.walk(tenant, where, order, 500))
                        .as("seed %d, %s", tenant.data().seed(), where)
                        .containsExactlyElementsOf(Listings.expected(tickets, where, order));
            }
        }
    }

    /** The negation of a comparison holds of tickets without a value. */
    @Test
    default void negationHoldsWithoutAValue() {
        TestTenant tenant = TestTenant.in(storage(), "null");
        Ticket plain = tenant.newTicket();
        Ticket unassigned =
                new Ticket(plain.summary().toBuilder().assignee(null).team(null).build(), plain.fields());
        tenant.write(unit -> unit.tickets().insert(unassigned));
        Condition mine = TicketFields.REQUESTER.is(unassigned.requester());
        UserId somebody = tenant.people().get(0);
        assertThat(list(tenant, mine.and(TicketFields.ASSIGNEE.isNot(somebody))))
                .hasSize(1);
        assertThat(list(tenant, mine.and(TicketFields.ASSIGNEE.is(somebody)))).isEmpty();
        assertThat(list(
                        tenant,
                        mine.and(TicketFields.ASSIGNEE.isIn(List.of(somebody)).negate())))
                .hasSize(1);
        assertThat(list(tenant, mine.and(TicketFields.ASSIGNEE.isAbsent()))).hasSize(1);
        assertThat(list(
                        tenant,
                        mine.and(TicketFields.ASSIGNEE
                                .is(somebody)
                                .or(TicketFields.TEAM.isPresent())
                                .negate())))
                .hasSize(1);
        assertThat(list(tenant, mine.and(Condition.never().negate()))).hasSize(1);
        assertThat(list(tenant, mine.and(Condition.always().negate()))).isEmpty();
    }

    /** The deepest, the widest and the longest conditions are answered. */
    @Test
    default void largestConditionsAreAnswered() {
        TestTenant tenant = TestTenant.in(storage(), "large");
        List<Ticket> tickets = stored(tenant, 10);
        Condition anchor = TicketFields.REQUESTER.isIn(tenant.people());
        Condition deep = TicketFields.NUMBER.isAtLeast(4L);
        for (int i = 0; i < Condition.MAX_DEPTH - 2; i++) {
            deep = deep.negate();
        }
        List<Condition> many = new ArrayList<>();
        for (long i = 0; i < Condition.MAX_NODES - 4; i++) {
            many.add(TicketFields.NUMBER.is(i * 2));
        }
        List<FieldValue> values = new ArrayList<>();
        for (long i = 0; i < Condition.MAX_VALUES; i++) {
            values.add(new FieldValue.Whole(i * 3));
        }
        List<Order> order = List.of(TicketFields.NUMBER.ascending());
        for (Condition large :
                List.of(deep, new Condition.Any(many), new Condition.OneOf(TicketFields.NUMBER.key(), values))) {
            Condition where = anchor.and(large);
            assertThat(Listings.walk(tenant, where, order, 4))
                    .containsExactlyElementsOf(Listings.expected(tickets, where, order));
        }
    }

    /** Tickets that are equal in the order's fields come by id as unsigned bytes, over all pages. */
    @Test
    default void tiesAreBrokenById() {
        TestTenant tenant = TestTenant.in(storage(), "ties");
        List<Ticket> tickets = new ArrayList<>();
        tenant.write(unit -> {
            for (int i = 0; i < 30; i++) {
                Ticket any = tenant.newTicket();
                Ticket ticket = new Ticket(
                        any.summary().toBuilder()
                                .times(TestTenant.START, TestTenant.START)
                                .build(),
                        any.fields());
                tickets.add(ticket);
                unit.tickets().insert(ticket);
            }
        });
        Condition where = TicketFields.REQUESTER.isIn(tenant.people());
        for (List<Order> order :
                List.of(List.of(TicketFields.UPDATED.descending()), List.of(TicketFields.CREATED.ascending()))) {
            assertThat(Listings.walk(tenant, where, order, 4))
                    .containsExactlyElementsOf(Listings.expected(tickets, where, order));
        }
    }

    /** A walk meets each ticket that is there throughout exactly once while others are written. */
    @Test
    default void walkIsStableWhileOthersWrite() {
        TestTenant tenant = TestTenant.in(storage(), "stable");
        List<Ticket> tickets = stored(tenant, 60);
        List<Ticket> more = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            more.add(tenant.newTicket());
        }
        AtomicBoolean enough = new AtomicBoolean();
        Future<Integer> writer = Together.start(() -> {
            int written = 0;
            for (Ticket ticket : more) {
                if (enough.get()) {
                    break;
                }
                tenant.persist(unit -> unit.tickets().insert(ticket));
                written++;
            }
            return written;
        });
        Set<TicketId> old = tickets.stream().map(Ticket::id).collect(Collectors.toSet());
        Condition where = TicketFields.REQUESTER.isIn(tenant.people());
        try {
            for (List<Order> order : Listings.ORDERS) {
                List<TicketSummary> seen = Listings.walk(tenant, where, order, 5);
                assertThat(seen.stream().map(TicketSummary::id)).doesNotHaveDuplicates();
                assertThat(seen.stream().filter(ticket -> old.contains(ticket.id())))
                        .containsExactlyElementsOf(Listings.expected(tickets, where, order));
            }
        } finally {
            enough.set(true);
        }
        assertThat(Together.result(writer)).as("tickets written meanwhile").isPositive();
    }

    /** What needs more than the columns of a ticket is refused and not answered. */
    @Test
    default void whatStorageCannotDecideIsRefused() {
        TestTenant tenant = TestTenant.in(storage(), "refused");
        Condition hers = TicketFields.REQUESTER.is(tenant.storedTicket().requester());
        for (Condition refused : List.of(
                Condition.words("printer"),
                TicketFields.STATUS.changed(),
                TicketFields.STATUS.was(Status.OPEN),
                TicketFields.custom("site").is("x"),
                TicketFields.custom("site").isPresent(),
                TicketFields.host("customer.tier").is("gold"),
                TicketFields.CREATED.isBefore(TimePoint.now()),
                TicketFields.ASSIGNEE.isMe())) {
            for (Condition where : List.of(refused, refused.negate(), refused.or(Condition.never()))) {
                assertThatThrownBy(() -> list(tenant, hers.and(where)))
                        .as("%s", where)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    /** A list shows what its own unit has written. */
    @Test
    default void listSeesWritesOfItsUnit() {
        TestTenant tenant = TestTenant.in(storage(), "own");
        Ticket ticket = tenant.newTicket();
        TicketListing listing = new TicketListing(
                TicketFields.REQUESTER.is(ticket.requester()),
                List.of(TicketFields.NUMBER.ascending()),
                Optional.empty(),
                10);
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            unit.tickets().insert(ticket);
            assertThat(unit.tickets().list(listing)).containsExactly(ticket.summary());
            Ticket changed = TestTenant.next(ticket, "changed");
            unit.tickets().update(ticket, changed);
            assertThat(unit.tickets().list(listing)).containsExactly(changed.summary());
        }
        assertThat(tenant.list(unit -> unit.tickets().list(listing))).isEmpty();
    }

    private static List<TicketSummary> list(TestTenant tenant, Condition where) {
        return Listings.walk(tenant, where, List.of(TicketFields.NUMBER.ascending()), 50);
    }

    private static List<Ticket> stored(TestTenant tenant, int count) {
        List<Ticket> tickets = new ArrayList<>();
        tenant.write(unit -> {
            for (int i = 0; i < count; i++) {
                Ticket ticket = tenant.newTicket();
                tickets.add(ticket);
                unit.tickets().insert(ticket);
            }
        });
        return tickets;
    }
}
