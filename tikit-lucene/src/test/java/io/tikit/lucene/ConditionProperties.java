package io.tikit.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.Field;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.spi.condition.CompiledCondition;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.tck.Requirement;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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
