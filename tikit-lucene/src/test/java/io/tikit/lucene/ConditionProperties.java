package io.tikit.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.Field;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.condition.CompiledCondition;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.search.SearchMatches;
import io.tikit.spi.search.SearchRequest;
import io.tikit.tck.ConditionAgreement;
import io.tikit.tck.Requirement;
import io.tikit.tck.SampleConditions;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The index means by a condition exactly what the reference interpreter means. */
class ConditionProperties {
    private static final int TICKETS = 8;

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    @Requirement("REQ-SF-002")
    void indexAgreesWithTheInterpreter(
            @ForAll("someTickets") List<Ticket> tickets, @ForAll("someConditions") List<Condition> conditions) {
        Desk desk = Desk.inMemory();
        try (desk.index) {
            desk.add(tickets.toArray(Ticket[]::new));
            for (Condition condition : conditions) {
                List<Long> expected = tickets.stream()
                        .filter(ticket -> ConditionInterpreter.holds(condition, ticket))
                        .map(ticket -> ticket.id().value().getLeastSignificantBits())
                        .toList();
                CompiledCondition compiled = CompiledCondition.of(condition);
                assertThat(tickets.stream()
                                .filter(compiled::holds)
                                .map(ticket -> ticket.id().value().getLeastSignificantBits()))
                        .as("compiled %.2000s", condition)
                        .containsExactlyElementsOf(expected);
                assertThat(desk.where(condition))
                        .as("%.2000s", condition)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    /** Many tickets, of which most conditions are true of some. */
    @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Requirement("REQ-SF-002")
    void agreesOnThousandsOfTickets(@ForAll long seed) {
        Desk desk = Desk.inMemory();
        List<Ticket> tickets = new ArrayList<>();
        try (desk.index) {
            ConditionAgreement.check(seed, 2_000, 300, SampleConditions.allKeys(), new ConditionAgreement.Asked() {
                @Override
                public List<UserId> people() {
                    return List.of(Desk.EMILY, new UserId(new UUID(-1, 1)), new UserId(new UUID(0, -1)));
                }

                @Override
                public List<TeamId> teams() {
                    return List.of(new TeamId(new UUID(7, 7)), new TeamId(new UUID(Long.MIN_VALUE, 7)));
                }

                @Override
                public List<CategoryId> categories() {
                    return List.of(new CategoryId(new UUID(8, 8)), new CategoryId(new UUID(-8, 8)));
                }

                @Override
                public List<OrganisationId> organisations() {
                    return List.of(new OrganisationId(new UUID(9, 9)), new OrganisationId(new UUID(Long.MIN_VALUE, 9)));
                }

                @Override
                public void put(List<Ticket> some) {
                    tickets.addAll(some);
                    desk.add(some.toArray(Ticket[]::new));
                }

                @Override
                public List<TicketId> find(Condition where) {
                    List<TicketId> found = desk
                            .index
                            .search(
                                    desk.tenant,
                                    new SearchRequest(Optional.empty(), where, false, Optional.empty(), 2_001))
                            .matches()
                            .stream()
                            .map(SearchMatches.Match::ticket)
                            .toList();
                    CompiledCondition compiled = CompiledCondition.of(where);
                    assertThat(tickets.stream().filter(compiled::holds).map(Ticket::id))
                            .as("seed %d, compiled %.2000s", seed, where)
                            .containsExactlyElementsOf(tickets.stream()
                                    .filter(ticket -> ConditionInterpreter.holds(where, ticket))
                                    .map(Ticket::id)
                                    .toList());
                    return found;
                }
            });
        }
    }

    @Example
    void everyBuiltInFieldIsIndexed() throws IllegalAccessException {
        List<Object> declared = new ArrayList<>();
        for (java.lang.reflect.Field field : TicketFields.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && Field.class.isAssignableFrom(field.getType())) {
                declared.add(field.get(null));
            }
        }
        assertThat(Documents.FIELDS).map(Object.class::cast).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Provide
    Arbitrary<List<Ticket>> someTickets() {
        return Combinators.combine(Stream.iterate(1L, n -> n <= TICKETS, n -> n + 1)
                        .map(ConditionValues::tickets)
                        .toList())
                .as(all -> all);
    }

    @Provide
    Arbitrary<List<Condition>> someConditions() {
        return ConditionValues.conditions().list().ofSize(15);
    }
}
