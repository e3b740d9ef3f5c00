package io.tikit.tck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.TimePoint;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.search.SearchMatches;
import io.tikit.tck.SampleConditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Conditions, as the reference interpreter decides them.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface IndexConditionContract extends SearchIndexFixture {
    /** Random conditions over built-in and custom fields find what the reference interpreter finds. */
    @Test
    default void conditionsAgreeWithTheReferenceInterpreter() {
        IndexTenant tenant = new IndexTenant(index(), "condition");
        List<Ticket> tickets = tenant.putMany(150);
        SampleConditions conditions = new SampleConditions(tenant.data(), tickets, SampleConditions.allKeys());
        for (int i = 0; i < 300; i++) {
            agrees(tenant, tickets, conditions.next(4));
        }
    }

    /** Each comparison of each field finds what the reference interpreter finds, and its complement the rest. */
    @Test
    default void everyComparisonOfEveryFieldAgrees() {
        IndexTenant tenant = new IndexTenant(index(), "comparison");
        List<Ticket> tickets = tenant.putMany(80);
        for (String key : SampleConditions.allKeys()) {
            SampleConditions conditions = new SampleConditions(tenant.data(), tickets, List.of(key));
            for (int i = 0; i < 15; i++) {
                Condition condition = conditions.next(1);
                agrees(tenant, tickets, condition);
                agrees(tenant, tickets, condition.negate());
            }
        }
    }

    /** Custom fields of every type compare by value within their type, and not at all with other types. */
    @Test
    default void everyTypeOfCustomFieldAgrees() {
        IndexTenant tenant = new IndexTenant(index(), "custom");
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            Map<String, FieldValue> fields = Map.of("any", tenant.data().fieldValue());
            tickets.add(new Ticket(tenant.ticket().summary(), fields));
        }
        tenant.apply(tickets, List.of());
        String key = TicketFields.CUSTOM_PREFIX + "any";
        for (Ticket ticket : tickets) {
            for (Condition.Operator operator : Condition.Operator.values()) {
                agrees(
                        tenant,
                        tickets,
                        new Condition.Compare(key, operator, ticket.field("any").orElseThrow()));
            }
        }
    }

    /** The deepest, the widest and the longest conditions are answered. */
    @Test
    default void largestConditionsAreAnswered() {
        IndexTenant tenant = new IndexTenant(index(), "largest");
        List<Ticket> tickets = tenant.putMany(10);
        Condition deep = TicketFields.NUMBER.isAtLeast(4L);
        for (int i = 1; i < Condition.MAX_DEPTH; i++) {
            deep = i % 2 == 0 ? deep.negate() : new Condition.All(List.of(deep));
        }
        List<Condition> many = new ArrayList<>();
        for (long i = 1; i < Condition.MAX_NODES; i++) {
            many.add(TicketFields.NUMBER.is(i * 2));
        }
        List<FieldValue> values = new ArrayList<>();
        for (long i = 0; i < Condition.MAX_VALUES; i++) {
            values.add(new FieldValue.Whole(i * 3));
        }
        agrees(tenant, tickets, deep);
        agrees(tenant, tickets, new Condition.Any(many));
        agrees(tenant, tickets, new Condition.All(many));
        agrees(tenant, tickets, new Condition.OneOf(TicketFields.NUMBER.key(), values));
    }

    /** Counts by each field are those of the reference. */
    @Test
    default void countsAgree() {
        IndexTenant tenant = new IndexTenant(index(), "counts");
        List<Ticket> tickets = tenant.putMany(120);
        ReferenceSearchIndex reference = new ReferenceSearchIndex();
        reference.apply(tenant.id(), new IndexBatch(1, tickets, List.of()));
        SampleConditions conditions = new SampleConditions(tenant.data(), tickets, SampleConditions.allKeys());
        List<Condition> wheres = new ArrayList<>(List.of(Condition.always(), Condition.never()));
        for (int i = 0; i < 10; i++) {
            wheres.add(conditions.next(2));
        }
        for (Condition where : wheres) {
            for (String field : List.of("type", "priority", "status", "state", "team", "assignee")) {
                assertThat(tenant.counts(where, field))
                        .as("seed %d, %s by %s", tenant.data().seed(), where, field)
                        .isEqualTo(reference.counts(tenant.id(), where, true, field));
            }
        }
    }

    /** Words within conditions, at any place of the tree, find the tickets that a search for them finds. */
    @Test
    default void wordsInConditionsFindWhatASearchFinds() {
        IndexTenant tenant = new IndexTenant(index(), "words-within");
        Ticket subject = tenant.ticket("Zorvex falls over");
        Ticket reply = tenant.ticket("Another matter");
        Ticket note = tenant.ticket("A third");
        Ticket none = tenant.ticket("Nothing at all");
        tenant.put(subject, reply, note, none);
        tenant.put(
                tenant.entry(reply, EntryKind.REPLY, "The zorvex is loose."),
                tenant.entry(note, EntryKind.NOTE, "The zorvex again."));
        Condition words = Condition.words("zorvex");
        Condition last = TicketFields.NUMBER.is(none.summary().serial());
        assertThat(within(tenant, words, false)).containsExactlyInAnyOrder(subject.id(), reply.id());
        assertThat(within(tenant, words, true)).containsExactlyInAnyOrder(subject.id(), reply.id(), note.id());
        assertThat(within(tenant, words.negate(), false)).containsExactlyInAnyOrder(note.id(), none.id());
        assertThat(within(tenant, words.or(last), false))
                .containsExactlyInAnyOrder(subject.id(), reply.id(), none.id());
        assertThat(within(tenant, words.and(Condition.words("\"falls over\"")), false))
                .containsExactly(subject.id());
        assertThat(within(tenant, Condition.words(subject.number()), false)).containsExactly(subject.id());
        assertThat(within(tenant, Condition.words("zorvex nowhere").or(Condition.words("...")), false))
                .isEmpty();
        for (boolean notes : List.of(true, false)) {
            long count = index().counts(tenant.id(), words, notes, "type").values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(count).as("with notes: %s", notes).isEqualTo(notes ? 3 : 2);
        }
    }

    private static List<TicketId> within(IndexTenant tenant, Condition where, boolean notes) {
        return tenant.walk(Optional.empty(), where, notes, 3).stream()
                .map(SearchMatches.Match::ticket)
                .toList();
    }

    /** What an index cannot decide is refused and not answered. */
    @Test
    default void whatTheIndexCannotDecideIsRefused() {
        IndexTenant tenant = new IndexTenant(index(), "refused");
        tenant.put(tenant.ticket());
        for (Condition refused : List.of(
                TicketFields.STATUS.changed(),
                TicketFields.STATUS.was(Status.OPEN),
                TicketFields.host("customer.tier").is("gold"),
                TicketFields.host("customer.tier").isIn(List.of("gold")),
                TicketFields.host("customer.tier").isPresent(),
                TicketFields.host("customer.tier").startsWith("g"),
                TicketFields.CREATED.isBefore(TimePoint.now()),
                TicketFields.ASSIGNEE.isMe())) {
            for (Condition where : List.of(refused, refused.negate(), refused.or(Condition.never()))) {
                assertThatThrownBy(() -> tenant.walk(Optional.empty(), where, false, 10))
                        .as("%s", where)
                        .isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> tenant.counts(where, "type"))
                        .as("%s", where)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    private static void agrees(IndexTenant tenant, List<Ticket> tickets, Condition where) {
        List<TicketId> expected = tickets.stream()
                .filter(ticket -> ConditionInterpreter.holds(where, ticket))
                .map(Ticket::id)
                .toList();
        List<TicketId> found = tenant.walk(Optional.empty(), where, false, 500).stream()
                .map(SearchMatches.Match::ticket)
                .collect(Collectors.toList());
        assertThat(found).as("seed %d, %s", tenant.data().seed(), where).containsExactlyInAnyOrderElementsOf(expected);
    }
}
